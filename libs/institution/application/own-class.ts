import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { classById, type ClassRow } from '../persistence/class.query.ts';

/** The class, if the actor may see it; else it is not there (404). */
export async function visibleClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassRow, 'NOT_FOUND'>> {
  const row = await tx.one<ClassRow>(classById, [classId]);
  if (!row) return refuse('NOT_FOUND');
  const isItsEvaluationBody =
    actor.institutionId !== undefined && row.evaluationBodyId === actor.institutionId && row.completionState === 'approved';
  return isItsEvaluationBody || seesInstitution(actor, row.institutionId, row.region) ? accept(row) : refuse('NOT_FOUND');
}

/** The actor's own institution's class; of anybody else it is not there. */
export async function ownClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassRow, 'NOT_FOUND'>> {
  const row = await tx.one<ClassRow>(classById, [classId]);
  return row && actor.institutionId === row.institutionId ? accept(row) : refuse('NOT_FOUND');
}
