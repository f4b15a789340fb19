import type { Actor } from '#libs/contracts';
import { sightOf } from '#libs/identity';
import { decodeCursor, pageOf, RefusalError, type Page, type Tx } from '#libs/platform';
import { listClasses, type ClassLine } from '../persistence/class.query.ts';

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The id a page goes on after. @throws RefusalError CURSOR_INVALID */
export function idAfter(cursor: string | undefined): string | null {
  const key = decodeCursor(cursor, 1);
  if (!key.ok) throw new RefusalError(key.refusal);
  const id = key.value?.[0] ?? null;
  if (id !== null && (typeof id !== 'string' || !UUID.test(id))) throw new RefusalError({ code: 'CURSOR_INVALID', pointer: '/cursor' });
  return id;
}

/** Classes the actor may see, the newest first. */
export async function classesSeen(
  tx: Tx,
  actor: Actor,
  { cursor, limit }: { readonly cursor?: string; readonly limit: number },
): Promise<Page<ClassLine>> {
  const after = idAfter(cursor);
  const sight = sightOf(actor);
  if (!sight) return { items: [], nextCursor: null };
  const rows = await tx.rows<ClassLine>(listClasses, [
    sight.regionScope ?? null,
    sight.institutionId ?? null,
    sight.hidden,
    after,
    limit + 1,
  ]);
  return pageOf(
    rows,
    limit,
    ({ id }) => [id],
    (row) => row,
  );
}
