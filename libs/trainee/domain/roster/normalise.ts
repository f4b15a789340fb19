/*
 * What is put right without a word, and what is never touched (reference/ux.md 3.1): codes lose their typing habits, names keep every
 * character a person may legally bear.
 */

const PLAIN_CODE = /^[0-9A-Z]*$/;
const INVISIBLE = /[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]/g;
const DASHES = /[-\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const QUOTES = /^['‘’`´＇]+/;

/** Digits and letters of a code: full width to half width, `x` to `X`, without spaces, dashes and a leading apostrophe. */
export function normaliseCode(text: string): string {
  if (PLAIN_CODE.test(text)) return text;
  return text.replace(QUOTES, '').normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '').toUpperCase();
}

/** A telephone number without country code, spaces, dashes and brackets. */
export function normalisePhone(text: string): string {
  return normaliseCode(text)
    .replace(/[()]/g, '')
    .replace(/^(?:\+|00)86/, '')
    .replace(/^86(?=1\d{10}$)/, '');
}

/** A name as borne: composed form (NFC), without white space around it. `·`, rare characters and spaces inside stay. */
export function trimName(text: string): string {
  if (PLAIN_TEXT.test(text)) return text;
  return text.replace(/^[\s\u200b-\u200f\ufeff]+|[\s\u200b-\u200f\ufeff]+$/g, '').normalize('NFC');
}

/** Letters, digits and common Chinese characters alone: composed, and without white space, as they stand. */
const PLAIN_TEXT = /^[0-9A-Za-z\u4e00-\u9fff/]*$/;

/** Other text: composed form, outer white space gone, line breaks made spaces. */
export function trimText(text: string): string {
  if (PLAIN_TEXT.test(text)) return text;
  return text
    .trim()
    .replace(/\s*[\r\n]+\s*/g, ' ')
    .normalize('NFC');
}

/** What a numeric cell held, as digits: `1.3800138E10` → `13800138000`. */
export function digitsOfNumber(text: string): string {
  const number = Number(text);
  if (/^\d+$/.test(text) || !Number.isFinite(number)) return text;
  return Number.isInteger(number) ? BigInt(number).toString() : text;
}

/** `1990-5-6`, `1990年5月6日`, `1990/05/06`, `19900506` → `1990-05-06`; undefined for anything else, a month without a day among them. */
export function dayOfText(text: string): string | undefined {
  if (text === '') return undefined;
  const match = /^(\d{4})[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?$/.exec(text.normalize('NFKC').replace(/\s/g, ''));
  return match ? `${match[1]}-${(match[2] ?? '').padStart(2, '0')}-${(match[3] ?? '').padStart(2, '0')}` : undefined;
}

const NAME_MAX = 100;
/** What most people are called: looked at first, since letters of every script are costly to tell. */
const COMMON_NAME = /^[\u4e00-\u9fff]{1,20}(?:·[\u4e00-\u9fff]{1,20})?$/;

/** Whether a text can be a person's name: letters of any script with the marks names bear (`·`, hyphen, apostrophe, full stop, brackets, spaces). */
export function canBeName(name: string): boolean {
  if (COMMON_NAME.test(name)) return true;
  return /^[\p{L}\p{M}\p{Zs}\p{Co}·•・‧∙.’'＇\-—()（）〇○]+$/u.test(name) && /[\p{L}〇○\p{Co}]/u.test(name) && [...name].length <= NAME_MAX;
}
