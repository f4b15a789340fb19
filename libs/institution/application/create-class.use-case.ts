import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import type { ClassPlan } from '../domain/class-plan.ts';
import { classById, insertClass, noteContributor, type ClassRow } from '../persistence/class.query.ts';
import { institutionById, type InstitutionRow } from '../persistence/institution.query.ts';
import { judgePlan } from './judge-plan.ts';
import { planColumns, writePlanParts } from './write-plan.ts';

/** A new class of the actor's institution; the database gives it its number. Refuses CLASS_INVALID with every finding. */
export async function createClass(tx: Tx, actor: Actor, plan: ClassPlan): Promise<Result<Answer<ClassRow>>> {
  const planner = await tx.one<InstitutionRow>(institutionById, [actor.institutionId ?? null]);
  if (planner?.kind !== 'training') return refuse('NOT_FOUND');
  const judged = await judgePlan(tx, planner, plan);
  if (!judged.ok) return judged;
  const made = await tx.one<{ id: string }>(insertClass, [planner.id, actor.personId, ...planColumns(plan)]);
  const id = made?.id ?? '';
  await writePlanParts(tx, id, planner.id, plan);
  await tx.rows(noteContributor, [id, 'opening', actor.personId]);
  await audit(tx, { actor, act: 'class-created', subject: { kind: 'class', id }, caseId: id });
  const body = await tx.one<ClassRow>(classById, [id]);
  return body ? accept({ body, status: 201, version: body.version }) : refuse('NOT_FOUND');
}
