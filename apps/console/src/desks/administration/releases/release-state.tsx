import { useWords } from '../../../app/i18n/define-words.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import type { Release } from './queries.ts';
import { releaseWords } from './words.ts';

const tones: Readonly<Record<Release['state'], Tone>> = { proposed: 'attention', released: 'good', refused: 'neutral' };

/** Where a release stands. */
export function ReleaseState({ state }: { readonly state: Release['state'] }) {
  const words = useWords(releaseWords);
  return <StatusTag tone={tones[state]}>{words[state]}</StatusTag>;
}
