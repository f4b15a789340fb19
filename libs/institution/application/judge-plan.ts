import { regionScope } from '#libs/identity';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import { checkClassPlan } from '../domain/check-class-plan.ts';
import type { ClassPlan } from '../domain/class-plan.ts';
import { planReferences, type PlanReferences } from '../persistence/class.query.ts';
import { policyOfClass } from './policy-of-class.ts';

/** The institution a plan is judged for. */
export interface Planner {
  readonly id: string;
  readonly name: string;
  readonly region: string;
}

function serves(wide: string, narrow: string): boolean {
  return narrow.startsWith(regionScope(wide));
}

async function ofReferences(tx: Tx, planner: Planner, plan: ClassPlan): Promise<Refusal[]> {
  const wanted = plan.timetable.map(({ teacherId }) => teacherId);
  const found = await tx.one<PlanReferences>(planReferences, [planner.id, plan.siteId, plan.evaluationBodyId, plan.assigningOfficeId, wanted]);
  const known = new Set(found?.teachers ?? []);
  const officeRegion = found?.officeRegion ?? null;
  return [
    ...(serves(planner.region, plan.region) ? [] : [{ code: 'REGION_NOT_SERVED', pointer: '/region', params: { region: plan.region } }]),
    ...(officeRegion !== null && serves(officeRegion, plan.region) ? [] : [{ code: 'OFFICE_NOT_RESPONSIBLE', pointer: '/assigningOfficeId' }]),
    ...(found?.hasSite ? [] : [{ code: 'SITE_UNKNOWN', pointer: '/siteId' }]),
    ...(found?.hasEvaluationBody ? [] : [{ code: 'EVALUATION_BODY_UNKNOWN', pointer: '/evaluationBodyId' }]),
    ...wanted.flatMap((id, index) => (known.has(id) ? [] : [{ code: 'TEACHER_UNKNOWN', pointer: `/timetable/${index}/teacherId` }])),
  ];
}

/**
 * Whether the plan refers to what is there and holds what the policy in force for its region asks; every finding at once.
 * @throws RefusalError POLICY_NOT_IN_FORCE
 */
export async function judgePlan(tx: Tx, planner: Planner, plan: ClassPlan): Promise<Result<void>> {
  const references = await ofReferences(tx, planner, plan);
  if (references.some(({ pointer }) => pointer === '/region')) return refuse('CLASS_INVALID', { params: { count: references.length }, errors: references });
  const { snapshot } = await policyOfClass(tx, { region: plan.region, snapshotHash: null });
  const errors = [...references, ...checkClassPlan(plan, snapshot, planner.name)];
  return errors.length === 0 ? accept(undefined) : refuse('CLASS_INVALID', { params: { count: errors.length }, errors });
}
