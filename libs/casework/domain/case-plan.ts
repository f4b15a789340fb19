import type { Role } from '#libs/contracts';

/**
 * Where the office of a step is found. `deciding` is the office that assigned the task (XZ24 二(二)(2)); `county`, `city` and `province` are the
 * human-resources offices above the class's place (HG24 三(一)); `finance` and `industry` are of the deciding office's own level (同级, XZ24 三(二)).
 */
export type Place = 'deciding' | 'county' | 'city' | 'province' | 'finance' | 'industry' | 'evaluation-body';

/** Who decides one step, and in how many working days; 0 is "immediately" (即时). */
export interface PlannedStep {
  readonly role: Role;
  readonly place: Place;
  readonly budgetDays: number;
}

/** What a case's policy asks of the road: every number here comes from the snapshot, with its clause there. */
export interface CasePlan {
  readonly snapshotHash: string;
  readonly opening: {
    readonly steps: readonly PlannedStep[];
    /** Calendar days before the start on which the filing is passed to its reviewers; earlier filings wait. Null: at once. */
    readonly routingLeadDays: number | null;
  };
  /** Null: the policy has no activation chain. */
  readonly activation: readonly PlannedStep[] | null;
  readonly completion: {
    readonly steps: readonly PlannedStep[];
    /** Calendar days before the end of the class by which the completion is filed. */
    readonly filingLeadDays: number;
  };
  readonly assessment: { readonly budgetDays: number };
  /** The industry department's step is there for special tasks only. */
  readonly review: { readonly steps: readonly PlannedStep[] };
  readonly signOff: { readonly signers: number; readonly budgetDays: number };
  readonly publicNotice: { readonly workingDays: number };
  readonly financeReview: { readonly budgetDays: number };
  readonly objection: { readonly budgetDays: number };
  /** Working days the applicant has for a correction. */
  readonly correctionDays: number;
}
