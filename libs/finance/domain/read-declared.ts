import { codesFor, frozenFacts, readFact, type Refusal, type SubsidyRule } from '#libs/policy';
import type { ClaimBasis } from './claim-basis.ts';
import { declarableFacts } from './declared-facts.ts';

export interface Declared {
  readonly facts: Readonly<Record<string, unknown>>;
  readonly faults: readonly Refusal[];
}

/**
 * Reads what an applicant declares of one person or unit, against the registry of facts. What may not be declared, because records or two officials
 * say it, is refused by its name; what is still missing is told when the claim is submitted.
 */
export function readDeclared(
  { rule, basis, groups }: { readonly rule: SubsidyRule; readonly basis: ClaimBasis; readonly groups: readonly string[] | null },
  given: Readonly<Record<string, unknown>>,
  at: string,
): Declared {
  const { needs, may } = declarableFacts(rule, basis);
  const allowed = [...needs, ...may];
  const faults: Refusal[] = [];
  const facts: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(given)) {
    const name = allowed.find((one) => one === field);
    const pointer = `${at}/${field.slice(0, 40).replaceAll('~', '~0').replaceAll('/', '~1')}`;
    if (name === undefined) {
      faults.push({ code: 'FACT_NOT_DECLARED', pointer, params: { field: field.slice(0, 40), allowed: allowed.join(', ') } });
      continue;
    }
    const read = readFact(name, value, { pointer, codes: codesFor(rule, name, groups), isYuan: false });
    if (read.ok) facts[name] = read.value;
    else faults.push(read.refusal);
  }
  return { facts: frozenFacts(facts), faults };
}
