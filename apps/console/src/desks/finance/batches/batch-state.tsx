import { useWords } from '../../../app/i18n/define-words.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import type { Batch } from '../queries.ts';
import { financeWords } from '../words.ts';

const tones: Readonly<Record<Batch['state'], Tone>> = {
  draft: 'attention',
  released: 'working',
  submitted: 'working',
  closed: 'good',
  discarded: 'neutral',
};

/** Where a batch stands. */
export function BatchState({ state }: { readonly state: Batch['state'] }) {
  const words = useWords(financeWords);
  return <StatusTag tone={tones[state]}>{words[state]}</StatusTag>;
}
