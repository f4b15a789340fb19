import type { PolicyValue } from '../snapshot/policy-value.ts';

/** One line of arithmetic a reader can check. */
export interface CalculationStep {
  /** e.g. `tiers`, `cap`, `paid-before` */
  readonly rule: string;
  readonly inputs: Readonly<Record<string, string | number>>;
  /** e.g. `10 × 150.00 + 2 × 100.00` */
  readonly arithmetic: string;
  readonly resultFen: bigint;
  readonly clause: string;
  readonly kind: PolicyValue<unknown>['kind'];
}

/** Why a line is 0 although it was claimed. */
export interface CalculationExclusion {
  readonly code: string;
  readonly clause: string;
}

/** What is due for one line: a person, a unit, or several equal ones. */
export interface CalculationLine {
  /** The caller's own reference, e.g. an enrollment id; never a name. */
  readonly ref: string;
  /** Equal persons or units the line stands for; 1 in a claim. */
  readonly people: number;
  /** To be paid now, for all of them; never negative. */
  readonly amountFen: bigint;
  /** Paid by earlier stages beyond what is due: to be recovered, never paid (AMB-18). */
  readonly recoveryFen: bigint;
  readonly steps: readonly CalculationStep[];
  readonly exclusion?: CalculationExclusion;
}

/** What would change the result, e.g. one more employed person. */
export interface CalculationHint {
  /** e.g. `EMPLOYMENT_RATE_BELOW`, `ONE_MORE_DAY` */
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** How much more would be paid. */
  readonly differenceFen: bigint;
}

/** A value nobody states and this claim needs. */
export interface CalculationHold {
  /** The value's name within the rule, e.g. `fenPerCertificate.technician`. */
  readonly name: string;
  readonly reason: string;
}

export interface Calculation {
  /** The sum of the lines. */
  readonly amountFen: bigint;
  /** The sum of the lines' recoveries. */
  readonly recoveryFen: bigint;
  readonly lines: readonly CalculationLine[];
  /** Persons on the approved completion roster (AMB-09). */
  readonly trained: number;
  readonly employed: number;
  /** Whether everyone trained is paid (employment rate reached), where the rule asks for one. */
  readonly isFullPay: boolean;
  readonly hints: readonly CalculationHint[];
  /** The claim is held until these are given. Then every amount is 0 and none may be paid. */
  readonly held: readonly CalculationHold[];
}

/** What holds for the claim as a whole. */
export interface CalculationTerms {
  /**
   * `advance`: an interim stage of a project class, before completion and employment are known: cumulative days, no test. `final` (also every
   * single settlement): the whole class or order is tested, and what earlier stages paid is subtracted (AMB-18, AMB-19). Default `final`.
   */
  readonly settlement?: 'advance' | 'final';
}
