import { useMemo } from 'react';
import { useWords } from '../../../app/i18n/define-words.ts';
import { PolicyText } from './policy-text.ts';
import type { ListedValue, PolicyDocument, ValueKind } from './queries.ts';
import { policyWords } from './words.ts';

const KINDS: readonly ValueKind[] = ['stated', 'chosen', 'missing'];

interface CoverageProps {
  readonly values: readonly ListedValue[];
  readonly document: PolicyDocument;
}

/** How much of the policy the document says, and how many of its clauses a value quotes. */
export function Coverage({ values, document }: CoverageProps) {
  const words = useWords(policyWords);
  const counts = KINDS.map((kind) => values.filter((one) => one.kind === kind).length);
  const [stated = 0, chosen = 0, missing = 0] = counts;
  const { covered, of } = useMemo(() => new PolicyText(document).coverage(values), [document, values]);
  return (
    <span className="kbt-coverage">
      <span className="kbt-coverage-bar" aria-hidden="true">
        {KINDS.map((kind, index) => (
          <span key={kind} className={`kbt-coverage-${kind}`} style={{ flexGrow: counts[index] ?? 0 }} />
        ))}
      </span>
      <span>{words.counts(stated, chosen, missing)}</span>
      <span>{words.coverage(covered, of)}</span>
    </span>
  );
}
