import { addDays, firstDayOf, lastDayOfMonth, monthDayOf, yearOf } from '../calendar/plain-date.ts';
import { accept, refuse, type Result } from '../result.ts';
import { valueOf } from '../snapshot/policy-value.ts';
import { countDays } from './counted-days.ts';
import { deadlineOf, type DeadlineBasis, type DeadlineContext, type DeadlineResult } from './deadline.ts';
import type { DeadlineValue, PolicyDeadlines } from './policy-deadlines.ts';

/** A day of the year (`MM-DD`) in a year; 29 February falls back to the 28th. */
function dayIn(year: number, monthDay: string): string {
  const day = `${year}-${monthDay}`;
  return day.endsWith('-02-29') && addDays(day, 0) !== day ? `${year}-02-28` : day;
}

function said<Name extends keyof PolicyDeadlines>(
  { snapshot }: DeadlineContext,
  name: Name,
): Result<
  { readonly value: PolicyDeadlines[Name] extends DeadlineValue<infer T> ? T : never; readonly basis: DeadlineBasis },
  'POLICY_VALUE_MISSING'
> {
  const { value } = snapshot.deadlines[name] as DeadlineValue<PolicyDeadlines[Name] extends DeadlineValue<infer T> ? T : never>;
  const found = valueOf(value, `deadlines.${name}`);
  return found.ok ? accept({ value: found.value, basis: { name: `deadlines.${name}`, value } }) : found;
}

/** The year a class counts for: that of its completion, or the next where it is completed after the cut-off (AMB-39). */
export function statisticalYear(context: DeadlineContext): DeadlineResult {
  const { completedOn = '' } = context.facts;
  const until = said(context, 'statisticsUntil');
  if (!until.ok) return until;
  const own = yearOf(completedOn);
  const year = completedOn <= dayIn(own, until.value.value) ? own : own + 1;
  return accept(deadlineOf({ dueOn: dayIn(year, until.value.value), year, basis: [until.value.basis] }));
}

/**
 * By when the subsidies of a class are claimed: the end of its year, with a recorded special reason until a day of the next (AMB-40). A claim
 * after that is CLAIM_YEAR_OVER.
 */
export function claimDue(context: DeadlineContext): DeadlineResult {
  const { filedOn, hasSpecialReason = false } = context.facts;
  const counted = statisticalYear(context);
  if (!counted.ok) return counted;
  const until = said(context, 'claimUntil');
  if (!until.ok) return until;
  const year = counted.value.year ?? 0;
  const basis = [...counted.value.basis, until.value.basis];
  const normal = deadlineOf({ dueOn: dayIn(year, until.value.value), year, basis });
  if (filedOn === undefined) return accept(withException(context, normal));
  if (filedOn <= normal.dueOn) return accept({ ...withException(context, normal), timeliness: 'in-time' });
  const exception = said(context, 'claimExceptionUntil');
  if (!exception.ok) return exception;
  const lastOn = dayIn(year + 1, exception.value.value);
  if (filedOn > lastOn) return refuse('CLAIM_YEAR_OVER', { params: { year, lastOn, filedOn } });
  return accept({
    ...normal,
    nextOn: lastOn,
    timeliness: hasSpecialReason ? 'in-time' : 'needs-special-reason',
    basis: [...basis, exception.value.basis],
  });
}

/** Adds the last day with a special reason, where the policy knows one. */
function withException(context: DeadlineContext, normal: ReturnType<typeof deadlineOf>): ReturnType<typeof deadlineOf> {
  const exception = said(context, 'claimExceptionUntil');
  if (!exception.ok) return normal;
  return { ...normal, nextOn: dayIn((normal.year ?? 0) + 1, exception.value.value), basis: [...normal.basis, exception.value.basis] };
}

/** By when the training and evaluation of a year are finished (DDL-10). */
export function trainingEnd(context: DeadlineContext): DeadlineResult {
  const until = said(context, 'trainingUntil');
  if (!until.ok) return until;
  const year = context.facts.year ?? 0;
  return accept(deadlineOf({ dueOn: dayIn(year, until.value.value), year, basis: [until.value.basis] }));
}

/** Until when a class's video is kept: years from the later of completion and last payment, never while a case is open (DDL-15, AMB-30). */
export function videoRetention(context: DeadlineContext): DeadlineResult {
  const { completedOn = '', lastPaidOn = '', hasOpenCase = false } = context.facts;
  const years = said(context, 'videoRetentionYears');
  if (!years.ok) return years;
  if (hasOpenCase) return refuse('VIDEO_STILL_NEEDED');
  const from = lastPaidOn > completedOn ? lastPaidOn : completedOn;
  const dueOn = dayIn(yearOf(from) + years.value.value, monthDayOf(from));
  return accept(deadlineOf({ dueOn, nextOn: addDays(dueOn, 1), basis: [years.value.basis] }));
}

/** The first working days of the month after the ranked one, within which departments are ranked (DDL-13). */
export function ranking(context: DeadlineContext): DeadlineResult {
  const { month = '' } = context.facts;
  const first = said(context, 'rankingFromMonth');
  if (!first.ok) return first;
  const count = said(context, 'rankingWorkingDays');
  if (!count.ok) return count;
  const firstOn = firstDayOf(yearOf(context.snapshot.pack.effectiveFrom), first.value.value);
  const from = lastDayOfMonth(month);
  if (addDays(from, 1) < firstOn) return refuse('RANKING_NOT_YET', { params: { month, firstOn } });
  const days = countDays(context.calendar, { from, count: count.value.value, unit: 'working', direction: 1 });
  if (!days.ok) return days;
  const dayAt = (number: number): string => days.value.find((one) => one.number === number)?.day ?? from;
  return accept(
    deadlineOf({
      earliestOn: dayAt(1),
      dueOn: dayAt(count.value.value),
      days: days.value,
      basis: [first.value.basis, count.value.basis],
    }),
  );
}

/** The next checkpoint of the year's task on or after a day, and the share that is due by then, cumulatively (AMB-60). */
export function checkpoint(context: DeadlineContext): DeadlineResult {
  const { on = '' } = context.facts;
  const checkpoints = said(context, 'checkpoints');
  if (!checkpoints.ok) return checkpoints;
  const year = yearOf(on);
  const next = checkpoints.value.value.find(({ until }) => dayIn(year, until) >= on);
  if (!next) return refuse('CHECKPOINTS_OVER', { params: { on } });
  return accept(deadlineOf({ dueOn: dayIn(year, next.until), year, percent: next.percent, basis: [checkpoints.value.basis] }));
}
