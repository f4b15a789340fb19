import { refusalCatalogue, wordRefusal } from '#libs/contracts';
import { refusalOf } from '#libs/platform';
import type { PageContext } from '../html/page-context.ts';
import type { WrongField } from '../html/pieces.ts';

/**
 * A refusal of the domain as a finding at the field it is about.
 * @param otherwise the field of a refusal that names none.
 * @returns undefined for a fault, which is not the reader's to mend.
 */
export function findingOf(error: unknown, { say }: PageContext, otherwise: string): WrongField | undefined {
  const refusal = refusalOf(error);
  const text = refusal && refusalCatalogue[refusal.code];
  if (!refusal || !text || text.status >= 500) return undefined;
  return { field: refusal.pointer?.slice(1) ?? otherwise, message: wordRefusal(say(text.zh, text.en), refusal.params) };
}
