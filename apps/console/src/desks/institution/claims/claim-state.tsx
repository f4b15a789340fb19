import { useWords } from '../../../app/i18n/define-words.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import type { Claim } from './claim-queries.ts';
import { claimWords } from './words.ts';

const tones: Readonly<Record<Claim['state'], Tone>> = {
  draft: 'neutral',
  withdrawn: 'neutral',
  'under-review': 'working',
  returned: 'bad',
  refused: 'bad',
  approved: 'good',
};

/** Where a claim stands, for its applicant. */
export function ClaimState({ state }: { readonly state: Claim['state'] }) {
  const words = useWords(claimWords);
  return <StatusTag tone={tones[state]}>{words[state]}</StatusTag>;
}
