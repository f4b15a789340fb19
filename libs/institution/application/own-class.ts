import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import { lockCase, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { classById, type ClassRow } from '../persistence/class.query.ts';

/** The class for its institution to change, its case locked; a foreign one is not found. */
export async function lockOwnClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassRow>> {
  await lockCase(tx, classId);
  const found = await tx.one<ClassRow>(classById, [classId]);
  return found && actor.institutionId === found.institutionId ? accept(found) : refuse('NOT_FOUND');
}

/** The class for whoever may see it: its institution, its evaluation body, and the authorities of its region. */
export async function visibleClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassRow>> {
  const found = await tx.one<ClassRow>(classById, [classId]);
  if (!found) return refuse('NOT_FOUND');
  const isTheirs = seesInstitution(actor, found.institutionId, found.region);
  const evaluates = found.evaluationBodyId !== null && actor.institutionId === found.evaluationBodyId;
  return isTheirs || evaluates ? accept(found) : refuse('NOT_FOUND');
}

/** Refuses a change based on another version than the current one. */
export function sameVersion(current: number, seen: number): Result<void> {
  return current === seen ? accept(undefined) : refuse('VERSION_STALE', { params: { current } });
}
