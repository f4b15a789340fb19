import type { WorkingCalendar } from '../calendar/working-calendar.ts';
import type { ClassProcess } from '../snapshot/class-process.ts';
import type { PolicySnapshot } from '../snapshot/policy-snapshot.ts';
import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { Result } from '../result.ts';
import type { CountedDay, Suspension } from './counted-days.ts';

/** What a question about a date may be asked with. Days are `YYYY-MM-DD`, a month is `YYYY-MM`. */
export interface DeadlineFacts {
  readonly startsOn?: string;
  readonly endsOn?: string;
  readonly filedOn?: string;
  /** The stage's step, e.g. `opening-review`, `sign-off`, and the day it began. */
  readonly step?: string;
  readonly beganOn?: string;
  readonly publishedOn?: string;
  readonly completedOn?: string;
  readonly lastPaidOn?: string;
  readonly foundOn?: string;
  readonly dueOn?: string;
  readonly on?: string;
  readonly month?: string;
  readonly year?: number;
  /** A special reason (确有特殊原因) is on record (AMB-40). */
  readonly hasSpecialReason?: boolean;
  /** An inspection, objection or recovery of the class is not closed (AMB-30). */
  readonly hasOpenCase?: boolean;
  readonly suspensions?: readonly Suspension[];
}

/** A value of the policy the date rests on: its name, with clause and quote, or the reading chosen. */
export interface DeadlineBasis {
  readonly name: string;
  readonly value: PolicyValue<unknown>;
}

/** How the day something was done lies to its deadline. */
export type Timeliness = 'early' | 'in-time' | 'late' | 'needs-special-reason';

export interface Deadline {
  /** First day of the window, where there is one. */
  readonly earliestOn: string | null;
  /** The last day; of a window its last. */
  readonly dueOn: string;
  /** First day on which what follows may happen, e.g. the day after a notice (AMB-03), the next lawful start. */
  readonly nextOn: string | null;
  /** The year something counts for. */
  readonly year: number | null;
  /** The share of the year's task that is due. */
  readonly percent: number | null;
  /** Days on which the office is reminded. */
  readonly remindOn: readonly string[];
  readonly timeliness: Timeliness | null;
  /** Every day between, with the reason why it did or did not count; empty where the rule names a day of the year. */
  readonly days: readonly CountedDay[];
  readonly basis: readonly DeadlineBasis[];
}

/**
 * All a deadline is computed from. `process` is the class type's, where the question is about a class. The facts a question needs are there:
 * `findDeadline` has looked.
 */
export interface DeadlineContext {
  readonly snapshot: PolicySnapshot;
  readonly process: ClassProcess | null;
  readonly calendar: WorkingCalendar;
  readonly facts: DeadlineFacts;
}

/** The policy of one class: what its dates are counted from. */
export interface ClassPolicy extends Omit<DeadlineContext, 'facts' | 'process'> {
  readonly process: ClassProcess;
}

export type DeadlineRefusal =
  | 'CALENDAR_YEAR_UNKNOWN'
  | 'POLICY_VALUE_MISSING'
  | 'FILING_TOO_LATE'
  | 'CLAIM_YEAR_OVER'
  | 'RANKING_NOT_YET'
  | 'VIDEO_STILL_NEEDED'
  | 'STEP_UNKNOWN'
  | 'CHECKPOINTS_OVER';

export type DeadlineResult = Result<Deadline, DeadlineRefusal>;

/** A deadline with what is usual: no window, nothing after it. */
export function deadlineOf(of: Pick<Deadline, 'dueOn' | 'basis'> & Partial<Deadline>): Deadline {
  return { earliestOn: null, nextOn: null, year: null, percent: null, remindOn: [], timeliness: null, days: [], ...of };
}
