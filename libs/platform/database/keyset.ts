import { accept, refuse, type Result } from '#libs/policy';

export interface Page<Item> {
  readonly items: readonly Item[];
  /** Pass as `cursor` for the next page; null after the last. */
  readonly nextCursor: string | null;
}

export const DEFAULT_LIMIT = 50;
export const MAX_LIMIT = 200;

/** An opaque cursor over the sort key of the last row shown. */
export function encodeCursor(key: readonly (string | number | null)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The sort key inside a cursor; null where there is no cursor. */
export function decodeCursor(
  cursor: string | undefined,
  length: number,
): Result<readonly (string | number | null)[] | null, 'CURSOR_INVALID'> {
  if (cursor === undefined || cursor === '') return accept(null);
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    const isKey =
      Array.isArray(key) && key.length === length && key.every((part) => part === null || ['string', 'number'].includes(typeof part));
    return isKey ? accept(key as (string | number | null)[]) : refuse('CURSOR_INVALID', { pointer: '/cursor' });
  } catch {
    return refuse('CURSOR_INVALID', { pointer: '/cursor' });
  }
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id inside the cursor of a list that is ordered by id alone; null where there is no cursor. */
export function decodeIdCursor(cursor: string | undefined): Result<string | null, 'CURSOR_INVALID'> {
  const key = decodeCursor(cursor, 1);
  if (!key.ok) return key;
  const id = key.value?.[0] ?? null;
  if (id === null) return key.value === null ? accept(null) : refuse('CURSOR_INVALID', { pointer: '/cursor' });
  return typeof id === 'string' && UUID.test(id) ? accept(id) : refuse('CURSOR_INVALID', { pointer: '/cursor' });
}

/** Cuts one page out of `limit + 1` fetched rows. */
export function pageOf<Row, Item>(
  rows: readonly Row[],
  limit: number,
  keyOf: (row: Row) => readonly (string | number | null)[],
  itemOf: (row: Row) => Item,
): Page<Item> {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return { items: shown.map(itemOf), nextCursor: rows.length > limit && last !== undefined ? encodeCursor(keyOf(last)) : null };
}
