import type { Role } from '#libs/contracts';
import { valueOf, type ClassProcess, type PolicyValue, type Result, type ReviewStep, type StepPlace } from '#libs/policy';

/**
 * Where the office of a step is found. `deciding` is the office that assigned the task (XZ24 二(二)(2)); `county`, `city` and `province` are the
 * human-resources offices above the class's place (HG24 三(一)); `finance` and `industry` are of the deciding office's own level (同级, XZ24 三(二)).
 */
export type Place = StepPlace;

/** Who decides one step, and in how many working days; 0 is "immediately" (即时). */
export interface PlannedStep {
  readonly role: Role;
  readonly place: Place;
  readonly budgetDays: number;
}

/**
 * What a case's policy asks of the road: every number here comes from the snapshot, with its clause there. Each stage's part is read when
 * the stage needs it: a value nobody says holds that stage and no other.
 * @throws the error `refusing` makes of POLICY_VALUE_MISSING, from the part that needs the value.
 */
export interface CasePlan {
  readonly opening: {
    readonly steps: readonly PlannedStep[];
  };
  /** Null: the policy has no activation chain. */
  readonly activation: readonly PlannedStep[] | null;
  readonly completion: {
    readonly steps: readonly PlannedStep[];
  };
  readonly assessment: { readonly budgetDays: number };
  readonly review: { readonly steps: readonly PlannedStep[] };
  readonly signOff: { readonly signers: number; readonly budgetDays: number };
  readonly publicNotice: { readonly workingDays: number };
  readonly financeReview: { readonly budgetDays: number };
  readonly objection: { readonly budgetDays: number };
  /** Working days the applicant has for a correction. */
  readonly correctionDays: number;
}

type Refusing = (refused: Extract<Result<never>, { ok: false }>['refusal']) => Error;

/** Reads the plan of one case out of its class type's process; the steps of special tasks (特殊任务) only where it is one (XZ24 三(二)). */
export function casePlan(process: ClassProcess, isSpecialTask: boolean, refusing: Refusing): CasePlan {
  const said = <T>(value: PolicyValue<T>, name: string): T => {
    const result = valueOf(value, name);
    if (!result.ok) throw refusing(result.refusal);
    return result.value;
  };
  const stepsOf = (steps: readonly ReviewStep[]): PlannedStep[] =>
    steps
      .filter(({ when }) => when === 'always' || isSpecialTask)
      .map(({ role, place, workingDays, step }) => ({ role: role as Role, place, budgetDays: said(workingDays, `${step}.workingDays`) }));
  const { opening, activation, completion, assessment, claim, objection, correction } = process;
  return {
    get opening() {
      return { steps: stepsOf(opening.steps) };
    },
    get activation() {
      return activation === null ? null : stepsOf(activation);
    },
    get completion() {
      return { steps: stepsOf(completion.steps) };
    },
    get assessment() {
      return { budgetDays: said(assessment.workingDays, 'assessment.workingDays') };
    },
    get review() {
      return { steps: stepsOf(claim.review) };
    },
    get signOff() {
      return {
        signers: said(claim.signOff.signers, 'claim.signOff.signers'),
        budgetDays: said(claim.signOff.workingDays, 'claim.signOff.workingDays'),
      };
    },
    get publicNotice() {
      return { workingDays: said(claim.publicNotice.workingDays, 'claim.publicNotice.workingDays') };
    },
    get financeReview() {
      return { budgetDays: said(claim.financeReview.workingDays, 'claim.financeReview.workingDays') };
    },
    get objection() {
      return { budgetDays: said(objection.workingDays, 'objection.workingDays') };
    },
    get correctionDays() {
      return said(correction.workingDays, 'correction.workingDays');
    },
  };
}
