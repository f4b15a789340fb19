import type { Actor } from '#libs/contracts';
import { RefusalError, type Database } from '#libs/platform';
import type { Corrections } from '../domain/roster/corrections.ts';
import { importById, type ImportRow } from '../persistence/roster.query.ts';
import { readCorrections } from './sealed-corrections.ts';

/** An import of the actor's own institution, with what was put right in it. @throws RefusalError NOT_FOUND for anybody else's */
export async function ownRoster(
  database: Database,
  actor: Actor,
  id: string,
): Promise<{ readonly row: ImportRow; readonly corrections: Corrections }> {
  return database.transaction(async (tx) => {
    const row = await tx.one<ImportRow>(importById, [id]);
    if (!row || row.institutionId !== actor.institutionId) throw new RefusalError({ code: 'NOT_FOUND' });
    return { row, corrections: await readCorrections(tx, id) };
  });
}
