import { accept, isPlainDate, refuse, type Result } from '#libs/policy';
import { findUnstorable } from '../http/storable-text.ts';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass as `cursor` for the next page; null after the last. */
  readonly nextCursor: string | null;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** An opaque cursor over the sort key of the last row shown. */
export function encodeCursor(key: readonly string[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const MOMENT = /^(?!0000)\d{4}-\d{2}-\d{2}(?: [\d:.]+\+(?:0\d|1[0-4])(?::[0-5]\d)?)?$/;

/** What a part of a sort key may be; `moment` is a day, or an instant as PostgreSQL writes it. */
const parts = {
  uuid: (part: unknown) => typeof part === 'string' && UUID.test(part),
  text: (part: unknown) => typeof part === 'string' && findUnstorable(part) === undefined,
  count: (part: unknown) => typeof part === 'string' && /^\d{1,18}$/.test(part),
  moment: (part: unknown) =>
    typeof part === 'string' && MOMENT.test(part) && isPlainDate(part.slice(0, 10)) && !Number.isNaN(Date.parse(part)),
} as const;

export type KeyPart = keyof typeof parts;

/** The sort key inside a cursor, its parts being what they are said to be; null where there is no cursor. */
export function decodeCursor(cursor: string | undefined, shape: readonly KeyPart[]): Result<readonly string[] | null, 'CURSOR_INVALID'> {
  if (cursor === undefined || cursor === '') return accept(null);
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey = Array.isArray(key) && key.length === shape.length && shape.every((part, index) => parts[part](key[index]));
    return isKey ? accept(key as string[]) : refuse('CURSOR_INVALID', { pointer: '/cursor' });
  } catch {
    return refuse('CURSOR_INVALID', { pointer: '/cursor' });
  }
}

/** The id inside the cursor of a list that is ordered by id alone; null where there is no cursor. */
export function decodeIdCursor(cursor: string | undefined): Result<string | null, 'CURSOR_INVALID'> {
  const key = decodeCursor(cursor, ['uuid']);
  return key.ok ? accept(key.value?.[0] ?? null) : key;
}

/** As `pageOf`, for rows whose id stands for their place in the list. */
export function pageById<Row extends { readonly id: string }>(rows: readonly Row[], limit: number): Page<Row> {
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => row,
  );
}

/** Cuts one page out of `limit + 1` fetched rows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly string[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
