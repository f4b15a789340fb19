import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useWords } from '../../app/i18n/define-words.ts';
import { OverrideTable } from './override-table.tsx';
import { overridesQuery } from './overrides-query.ts';
import { overrideWords } from './words.ts';

/** In a claim: what two persons raised or set; nothing where nothing was. */
export function OverridesCard({ claimId }: { readonly claimId: string }) {
  const words = useWords(overrideWords);
  const id = useId();
  const { data } = useQuery(overridesQuery(claimId));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="kbt-card" aria-labelledby={id}>
      <h2 id={id}>{words.card}</h2>
      <OverrideTable claimId={claimId} overrides={data.items} />
    </section>
  );
}
