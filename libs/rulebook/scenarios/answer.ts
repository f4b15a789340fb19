import type { Calculation, Deadline, Eligibility, Material, PolicySnapshot, Refusal, WorkingCalendar } from '#libs/policy';
import type { Tree } from '../pack/policy-values.ts';

/** A claim of a scenario, calculated. */
export interface ClaimAnswer {
  readonly subsidy: string;
  readonly title: string;
  readonly titleEn: string;
  readonly calculation: Calculation;
}

/** What a policy answered to a scenario. */
export interface ScenarioAnswer {
  /** By the words a scenario expects with; everything comparable is there. */
  readonly view: Tree;
  /** Null: answered. Else why not, with the place of the fault within the scenario's `given` as pointer. */
  readonly refusal: Refusal | null;
  /** Place of the claim the refusal is about, where there are several. */
  readonly at: string | null;
  readonly claims: readonly ClaimAnswer[];
  readonly deadline: Deadline | null;
  readonly eligibility: Eligibility | null;
  readonly papers: readonly Material[];
}

/** What a question is answered from. */
export interface AskedPolicy {
  readonly snapshot: PolicySnapshot;
  readonly calendar: WorkingCalendar;
  /** The day the policy is asked on. */
  readonly on: string;
}

const NOTHING = { refusal: null, at: null, claims: [], deadline: null, eligibility: null, papers: [] };

export function answerOf(view: Tree, more: Partial<ScenarioAnswer> = {}): ScenarioAnswer {
  return { ...NOTHING, ...more, view: { refused: null, held: [], ...view } };
}

/** A refusal; a value nobody states is "held", under its name. */
export function refusedAnswer(refusal: Refusal, at: string | null = null): ScenarioAnswer {
  const isHeld = refusal.code === 'POLICY_VALUE_MISSING';
  return answerOf(isHeld ? { held: [String(refusal.params?.['name'])] } : { refused: refusal.code }, { refusal, at });
}
