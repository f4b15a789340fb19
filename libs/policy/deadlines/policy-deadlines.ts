import type { PolicyValue } from '../snapshot/policy-value.ts';

/** What a policy says of one date rule, and the rows of requirements 2.4 and 5.5 it carries. */
export interface DeadlineValue<T> {
  readonly value: PolicyValue<T>;
  readonly rows: readonly string[];
}

/** Whether days without a qualifier are plain days (AMB-01) or working days. */
export const dayKinds = ['calendar', 'working'] as const;
export type DayKind = (typeof dayKinds)[number];

/** By the end of `until` (`MM-DD`) this much of the year's task is done, cumulatively (AMB-60). */
export interface Checkpoint {
  readonly until: string;
  readonly percent: number;
}

/** The dates of a policy's year that belong to no single stage; those of a stage stand in its ClassProcess. Days of a year are `MM-DD`. */
export interface PolicyDeadlines {
  /** How the days before opening and before completion are counted (AMB-01). */
  readonly filingDays: DeadlineValue<DayKind>;
  /** Training and evaluation of the year are finished by this day (DDL-10). */
  readonly trainingUntil: DeadlineValue<string>;
  /** What is completed later counts for the next year (DDL-08, AMB-39). */
  readonly statisticsUntil: DeadlineValue<string>;
  /** Claims of the year are made by this day (DDL-09, DDL-11). */
  readonly claimUntil: DeadlineValue<string>;
  /** Day of the next year up to which a recorded special reason admits a claim (DDL-12, AMB-40). */
  readonly claimExceptionUntil: DeadlineValue<string>;
  /** Years a class's video is kept (DDL-15), from the later of completion and last payment (AMB-30). */
  readonly videoRetentionYears: DeadlineValue<number>;
  /** Month (1–12) of the first ranking, and the working days of a month within which it is held (DDL-13). */
  readonly rankingFromMonth: DeadlineValue<number>;
  readonly rankingWorkingDays: DeadlineValue<number>;
  /** Progress of the year's task (DDL-16). */
  readonly checkpoints: DeadlineValue<readonly Checkpoint[]>;
  /** Working days for putting an inspection's findings right (DDL-17). */
  readonly rectificationWorkingDays: DeadlineValue<number>;
  /** Working days before a due day on which the office is reminded (AMB-43). */
  readonly reminderWorkingDays: DeadlineValue<readonly number[]>;
}
