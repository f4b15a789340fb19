import type { PolicyValue } from '../snapshot/policy-value.ts';

/** What is known of one person when a claim is computed. */
export interface PersonFacts {
  /** The caller's own reference, e.g. an enrollment id; never a name. */
  readonly ref: string;
  /** Planned class days with a clock-in, up to the claim (AMB-16). */
  readonly payableDays: number;
  /** Days already paid by earlier stages of a project class (AMB-18). */
  readonly paidDays: number;
  /** Fen already paid by earlier stages. */
  readonly paidFen: bigint;
  readonly isCompleted: boolean;
  readonly isEmployed: boolean;
  readonly certificate: { readonly key: string; readonly isFirst: boolean } | null;
  /** Certificate keys already subsidised in the person's history (once a level). */
  readonly subsidised: readonly string[];
}

/** One line of arithmetic a reader can check. */
export interface CalculationStep {
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  /** e.g. `10 × 150.00 + 2 × 100.00` */
  readonly arithmetic: string;
  readonly resultFen: bigint;
  readonly clause: string;
  readonly kind: PolicyValue<unknown>['kind'];
}

export interface CalculationLine {
  readonly ref: string;
  readonly amountFen: bigint;
  readonly steps: readonly CalculationStep[];
  /** Why the line is 0 although the person was trained. */
  readonly exclusion?: { readonly code: string; readonly clause: string };
}

/** What would change the result, e.g. one more employed person. */
export interface CalculationHint {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly differenceFen: bigint;
}

export interface Calculation {
  readonly amountFen: bigint;
  readonly lines: readonly CalculationLine[];
  readonly trained: number;
  readonly employed: number;
  /** Whether everyone trained is paid (employment rate reached), where the rule asks for one. */
  readonly isFullPay: boolean;
  readonly hints: readonly CalculationHint[];
  /** Values nobody states: the claim is held until they are given. Then every amount is 0 and none may be paid. */
  readonly held: readonly { readonly name: string; readonly reason: string }[];
}
