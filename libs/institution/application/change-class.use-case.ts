import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import type { ClassPlan } from '../domain/class-plan.ts';
import { classById, moveEnrollments, noteContributor, updateClass, type ClassRow } from '../persistence/class.query.ts';
import { institutionById, type InstitutionRow } from '../persistence/institution.query.ts';
import { judgePlan } from './judge-plan.ts';
import { lockOwnClass, sameVersion } from './own-class.ts';
import { planColumns, writePlanParts } from './write-plan.ts';

function isWritable({ state }: ClassRow): Result<void> {
  if (state === 'review') return refuse('FILING_UNDER_REVIEW');
  return state === 'approved' ? refuse('CLASS_APPROVED') : accept(undefined);
}

/**
 * Another plan in the place of the earlier one, while nothing of it lies with the reviewers. New dates move the people of the roster as well.
 * Refuses FILING_UNDER_REVIEW, CLASS_APPROVED, VERSION_STALE, CLASS_INVALID, and ENROLLMENT_OVERLAP where a trainee is elsewhere on the new days.
 */
export async function changeClass(
  tx: Tx,
  actor: Actor,
  change: { readonly classId: string; readonly version: number; readonly plan: ClassPlan },
): Promise<Result<Answer<ClassRow>>> {
  const own = await lockOwnClass(tx, actor, change.classId);
  if (!own.ok) return own;
  const [before, { plan }] = [own.value, change];
  const current = sameVersion(before.version, change.version);
  if (!current.ok) return current;
  const writable = isWritable(before);
  if (!writable.ok) return writable;
  const planner = await tx.one<InstitutionRow>(institutionById, [before.institutionId]);
  if (!planner) return refuse('NOT_FOUND');
  const judged = await judgePlan(tx, planner, plan);
  if (!judged.ok) return judged;
  await tx.rows(updateClass, [before.id, ...planColumns(plan)]);
  await writePlanParts(tx, before.id, before.institutionId, plan);
  const isMoved = before.startsOn !== plan.startsOn || before.endsOn !== plan.endsOn;
  if (isMoved) await tx.rows(moveEnrollments, [before.id]);
  await tx.rows(noteContributor, [before.id, 'opening', actor.personId]);
  await audit(tx, { actor, act: 'class-changed', subject: { kind: 'class', id: before.id }, caseId: before.id, details: { isMoved } });
  const body = await tx.one<ClassRow>(classById, [before.id]);
  return body ? accept({ body, version: body.version }) : refuse('NOT_FOUND');
}
