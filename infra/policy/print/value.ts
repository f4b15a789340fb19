import { valueKindWords } from '#libs/contracts';
import type { PolicyValue } from '#libs/policy';
import { wordsFor, type Language } from './language.ts';

/** A value as one line: plain words plain, lists and tables as JSON. */
export function plainValue(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** Where a value comes from: its clause with the quote, the reading with its reason, or why it is missing. */
export function sourceText(value: PolicyValue<unknown>, language: Language): string {
  const kind = wordsFor(valueKindWords, value.kind, language);
  const from = value.from === undefined ? '' : ` (${value.from})`;
  if (value.kind === 'stated') return `${kind}${from} ${value.clause}「${value.quote}」`;
  return value.kind === 'chosen' ? `${kind}${from} ${value.amb}: ${value.reason}` : `${kind}${from}: ${value.reason}`;
}
