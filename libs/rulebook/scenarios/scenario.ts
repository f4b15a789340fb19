import type { ClassType, DeadlineName } from '#libs/policy';

/** One claim of a scenario: a subsidy, named as its pack, its row or its document names it, and the facts as written. */
export interface ScenarioClaim {
  readonly subsidy: string;
  readonly given: unknown;
  /** Place within the file, e.g. `scenarios[2].claims[0]`. */
  readonly at: string;
}

/** What a scenario asks of a policy; `eligibility` and `materials` name `join` or a stage, else a subsidy. */
export type ScenarioQuestion =
  | { readonly kind: 'amount'; readonly claims: readonly ScenarioClaim[] }
  | { readonly kind: 'deadline'; readonly deadline: DeadlineName; readonly given: unknown }
  | { readonly kind: 'eligibility'; readonly to: string; readonly given: unknown }
  | { readonly kind: 'materials'; readonly of: string; readonly given: unknown }
  | { readonly kind: 'coverage' };

export interface Scenario {
  readonly name: string;
  /** Id of the worked example of the requirements, e.g. `EX-01`, `DEX-02`. */
  readonly example: string | null;
  readonly classType: ClassType | null;
  /** The day the policy is asked on; null: its first day in force. */
  readonly on: string | null;
  readonly question: ScenarioQuestion;
  /** What must come out, as written; empty: nothing is expected, the answer is only shown. */
  readonly expect: Readonly<Record<string, unknown>>;
  readonly at: string;
}

/** One file of scenarios about one policy. */
export interface ScenarioFile {
  readonly file: string;
  readonly policy: string;
  readonly scenarios: readonly Scenario[];
  /** The line of a place in the file. */
  readonly lineAt: (path: string) => number;
}

/** What can be expected of each kind of question. */
export const expectations = {
  amount: ['amount', 'recovery', 'trained', 'employed', 'fullPay', 'excluded', 'lines', 'hints', 'held', 'refused'],
  deadline: ['earliestOn', 'dueOn', 'nextOn', 'year', 'percent', 'remindOn', 'timeliness', 'counted', 'notCounted', 'held', 'refused'],
  eligibility: ['answer', 'no', 'unknown', 'ask', 'clauses', 'refused'],
  materials: ['papers', 'refused'],
  coverage: ['subsidies', 'missing', 'refused'],
} as const satisfies Readonly<Record<ScenarioQuestion['kind'], readonly string[]>>;
