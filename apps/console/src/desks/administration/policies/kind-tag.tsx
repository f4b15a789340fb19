import { useWords } from '../../../app/i18n/define-words.ts';
import { StatusTag, type Tone } from '../../../components/status-tag.tsx';
import type { ValueKind } from './queries.ts';
import { policyWords } from './words.ts';

const tones: Readonly<Record<ValueKind, Tone>> = { stated: 'good', chosen: 'working', missing: 'attention' };

/** Stated by the document, chosen by the county, or missing: the difference is visible everywhere (design section 4). */
export function KindTag({ kind }: { readonly kind: ValueKind }) {
  const words = useWords(policyWords);
  return <StatusTag tone={tones[kind]}>{words[kind]}</StatusTag>;
}
