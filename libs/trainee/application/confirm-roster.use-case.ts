import type { Actor } from '#libs/contracts';
import { audit, lockCase, refusalOf, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import * as query from '../persistence/roster.query.ts';
import { ownClass } from './own-class.ts';

/** How the database says that somebody was registered, or enrolled elsewhere, since the roster was judged. */
const UNIQUE_VIOLATION = '23505';
const OVERLAP = 'ENROLLMENT_OVERLAP';

/** A waiting import of the actor's institution in the version that was seen, its case locked. */
export async function waitingRoster(tx: Tx, actor: Actor, importId: string, version: number): Promise<Result<query.ImportRow>> {
  const found = await tx.one<query.ImportRow>(query.importById, [importId]);
  if (!found || found.institutionId !== actor.institutionId) return refuse('NOT_FOUND');
  await lockCase(tx, found.classId);
  const row = await tx.one<query.ImportRow>(query.importForUpdate, [importId]);
  if (!row) return refuse('NOT_FOUND');
  if (row.state !== 'validated') return refuse('ROSTER_IMPORT_CLOSED', { params: { state: row.state } });
  return row.version === version ? accept(row) : refuse('VERSION_STALE', { params: { current: row.version } });
}

async function enrollAll(tx: Tx, row: query.ImportRow, span: { startsOn: string; endsOn: string }): Promise<Result<void>> {
  try {
    await tx.rows(query.insertPeople, [row.id]);
    await tx.rows(query.enroll, [row.id, row.classId, row.institutionId, span.startsOn, span.endsOn]);
    return accept(undefined);
  } catch (error) {
    if ((error as { code?: string }).code === UNIQUE_VIOLATION || refusalOf(error)?.code === OVERLAP)
      return refuse('ROSTER_CHANGED_MEANWHILE');
    throw error;
  }
}

/** Enrolls the people of a validated roster: all of them, or with `partial` those who passed. Set-based, in one transaction. */
export async function confirmRoster(
  tx: Tx,
  actor: Actor,
  importId: string,
  version: number,
  partial: boolean,
): Promise<Result<Answer<query.ImportRow>>> {
  const found = await waitingRoster(tx, actor, importId, version);
  if (!found.ok) return found;
  const { classId, validRows, errorRows, blocked } = found.value;
  const own = await ownClass(tx, actor, classId);
  if (!own.ok) return own;
  if (validRows === 0) return refuse('ROSTER_NOBODY_VALID');
  if (blocked) return refuse('ROSTER_BLOCKED');
  if (errorRows > 0 && !partial) return refuse('ROSTER_HAS_ERRORS', { params: { errors: errorRows, valid: validRows } });
  // First: people are enrolled by a confirmed import alone, in the transaction that confirms it.
  const row = await tx.one<query.ImportRow>(query.confirmImport, [importId, actor.personId, validRows]);
  if (!row) throw new Error('the import was not confirmed');
  const enrolled = await enrollAll(tx, row, own.value);
  if (!enrolled.ok) return enrolled;
  await tx.rows(query.dropImportParts, [importId]);
  await audit(tx, {
    actor,
    act: 'roster-confirmed',
    subject: { kind: 'roster', id: importId },
    caseId: classId,
    details: { enrolled: validRows },
  });
  return accept({ body: row, version: row.version });
}

/** Drops a validated roster; nobody was enrolled by it. */
export async function discardRoster(tx: Tx, actor: Actor, importId: string, version: number): Promise<Result<Answer<query.ImportRow>>> {
  const found = await waitingRoster(tx, actor, importId, version);
  if (!found.ok) return found;
  await tx.rows(query.dropImportParts, [importId]);
  const row = await tx.one<query.ImportRow>(query.discardImport, [importId]);
  if (!row) throw new Error('the import was not discarded');
  await audit(tx, { actor, act: 'roster-discarded', subject: { kind: 'roster', id: importId }, caseId: found.value.classId });
  return accept({ body: row, version: row.version });
}
