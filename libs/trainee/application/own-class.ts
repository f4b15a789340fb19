import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { classById, type ClassFacts } from '../persistence/class.query.ts';

/** A class of the actor's own institution; of anybody else it is not there (404). */
export async function ownClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassFacts, 'NOT_FOUND'>> {
  const row = await tx.one<ClassFacts>(classById, [classId]);
  return row && row.institutionId === actor.institutionId ? accept(row) : refuse('NOT_FOUND');
}

/** A class the actor may look at: its institution, its evaluation body, the offices of its region. */
export async function visibleClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassFacts, 'NOT_FOUND'>> {
  const row = await tx.one<ClassFacts>(classById, [classId]);
  if (!row) return refuse('NOT_FOUND');
  const isBody = actor.institutionId !== undefined && actor.institutionId === row.evaluationBodyId;
  return isBody || seesInstitution(actor, row.institutionId, row.region) ? accept(row) : refuse('NOT_FOUND');
}
