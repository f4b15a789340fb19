import { refusalCatalogue, wordRefusal, type Words } from '#libs/contracts';
import type { Refusal } from '#libs/policy';

/** The two languages of the command; Chinese unless `--en` is given. */
export type Language = 'zh' | 'en';

export function languageOf(flags: ReadonlySet<string>): Language {
  return flags.has('en') ? 'en' : 'zh';
}

/** A code in words; the code itself where nobody has words for it. */
export function wordsFor(
  table: Readonly<Record<string, Words>>,
  code: string,
  language: Language,
  params: Readonly<Record<string, string | number>> = {},
): string {
  const words = Object.hasOwn(table, code) ? table[code] : undefined;
  return words ? wordRefusal(words[language], params) : code;
}

/** A refusal in words, with what to do next; each single finding on a line of its own where there are several. */
export function refusalText({ code, params, errors }: Refusal, language: Language): string {
  if (errors && errors.length > 1)
    return errors.map((one) => refusalText({ code: one.code, ...(one.params && { params: one.params }) }, language)).join('\n');
  const [only] = errors ?? [];
  if (only) return refusalText({ code: only.code, ...(only.params && { params: only.params }) }, language);
  const text = Object.hasOwn(refusalCatalogue, code) ? refusalCatalogue[code] : undefined;
  if (!text) return code;
  return `${wordRefusal(text[language], params)}${text.clause === undefined ? '' : ` [${text.clause}]`}`;
}
