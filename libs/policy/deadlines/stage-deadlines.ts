import { accept, refuse } from '../result.ts';
import type { ClassProcess } from '../snapshot/class-process.ts';
import { valueOf, type PolicyValue } from '../snapshot/policy-value.ts';
import { countDays } from './counted-days.ts';
import { deadlineOf, type DeadlineContext, type DeadlineResult } from './deadline.ts';

/** The working days of every step of a class type's road, by the step's name. */
export function stepsOf(process: ClassProcess): ReadonlyMap<string, PolicyValue<number>> {
  const { opening, activation, completion, assessment, claim, objection, correction } = process;
  const named = [...opening.steps, ...(activation ?? []), ...completion.steps, ...claim.review];
  return new Map([
    ...named.map(({ step, workingDays }) => [step, workingDays] as const),
    ['assessment', assessment.workingDays],
    ['sign-off', claim.signOff.workingDays],
    ['finance-review', claim.financeReview.workingDays],
    ['payout', claim.payout.workingDays],
    ['objection', objection.workingDays],
    ['correction', correction.workingDays],
  ]);
}

/** Working days from a day on, with the days the case lay with its applicant left out; 0 is "immediately" (即时). */
function workingDaysFrom(
  { calendar, facts }: DeadlineContext,
  of: { readonly from: string; readonly name: string; readonly value: PolicyValue<number> },
): DeadlineResult {
  const count = valueOf(of.value, of.name);
  if (!count.ok) return count;
  const days = countDays(calendar, {
    from: of.from,
    count: count.value,
    unit: 'working',
    direction: 1,
    suspensions: facts.suspensions ?? [],
  });
  if (!days.ok) return days;
  return accept(deadlineOf({ dueOn: days.value.at(-1)?.day ?? of.from, days: days.value, basis: [{ name: of.name, value: of.value }] }));
}

/** By when a step is done. It reminds and escalates; it never approves (AMB-43). */
export function stepDue(context: DeadlineContext): DeadlineResult {
  const { step = '', beganOn = '' } = context.facts;
  const steps = context.process ? stepsOf(context.process) : new Map<string, PolicyValue<number>>();
  const value = steps.get(step);
  if (!value) return refuse('STEP_UNKNOWN', { params: { step, allowed: [...steps.keys()].join(', ') } });
  return workingDaysFrom(context, { from: beganOn, name: step, value });
}

/** 公示不少于5个工作日: the day of publication is day 0, so many complete working days follow, then the next step may begin (AMB-03). */
export function noticeClose(context: DeadlineContext): DeadlineResult {
  const { process, calendar, facts } = context;
  const { publishedOn: from = '' } = facts;
  if (!process) return refuse('POLICY_VALUE_MISSING', { params: { name: 'claim.publicNotice.workingDays', reason: '' } });
  const due = workingDaysFrom(context, { from, name: 'claim.publicNotice.workingDays', value: process.claim.publicNotice.workingDays });
  if (!due.ok) return due;
  const next = calendar.addWorkingDays(due.value.dueOn, 1);
  return next.ok ? accept({ ...due.value, nextOn: next.value }) : next;
}

/** By when an inspection's findings are put right (限期整改, DDL-17). */
export function rectification(context: DeadlineContext): DeadlineResult {
  const { value } = context.snapshot.deadlines.rectificationWorkingDays;
  return workingDaysFrom(context, { from: context.facts.foundOn ?? '', name: 'deadlines.rectificationWorkingDays', value });
}

/** The days on which an office is reminded of what is due, the earliest first (AMB-43). */
export function reminders({ snapshot, calendar, facts }: DeadlineContext): DeadlineResult {
  const { value } = snapshot.deadlines.reminderWorkingDays;
  const { dueOn = '' } = facts;
  const before = valueOf(value, 'deadlines.reminderWorkingDays');
  if (!before.ok) return before;
  const days = countDays(calendar, { from: dueOn, count: Math.max(0, ...before.value), unit: 'working', direction: -1 });
  if (!days.ok) return days;
  const remindOn = days.value
    .filter(({ number }) => number !== null && before.value.includes(number))
    .map(({ day }) => day)
    .sort();
  return accept(deadlineOf({ dueOn, remindOn, days: days.value, basis: [{ name: 'deadlines.reminderWorkingDays', value }] }));
}
