import { accept, refuse, type Result } from '../result.ts';
import { valueOf } from '../snapshot/policy-value.ts';
import { countDays, type CountedDay } from './counted-days.ts';
import { deadlineOf, type DeadlineBasis, type DeadlineContext, type DeadlineResult, type Timeliness } from './deadline.ts';
import type { DayKind } from './policy-deadlines.ts';

const lastOf = (days: readonly CountedDay[]): string => days.at(-1)?.day ?? '';

interface Lead {
  readonly earliest: number;
  readonly latest: number;
  readonly unit: DayKind;
  readonly basis: readonly DeadlineBasis[];
}

/** The days between filing and opening, as the policy gives them. */
function leadOf({ snapshot, process }: DeadlineContext): Result<Lead, 'POLICY_VALUE_MISSING'> {
  const filing = process?.opening.filing;
  const { filingDays } = snapshot.deadlines;
  if (!filing) return refuse('POLICY_VALUE_MISSING', { params: { name: 'opening.filing', reason: '' } });
  const earliest = valueOf(filing.earliestDaysBefore, 'opening.filing.earliestDaysBefore');
  if (!earliest.ok) return earliest;
  const latest = valueOf(filing.latestDaysBefore, 'opening.filing.latestDaysBefore');
  if (!latest.ok) return latest;
  const unit = valueOf(filingDays.value, 'deadlines.filingDays');
  if (!unit.ok) return unit;
  return accept({
    earliest: earliest.value,
    latest: latest.value,
    unit: unit.value,
    basis: [
      { name: 'opening.filing.earliestDaysBefore', value: filing.earliestDaysBefore },
      { name: 'opening.filing.latestDaysBefore', value: filing.latestDaysBefore },
      { name: 'deadlines.filingDays', value: filingDays.value },
    ],
  });
}

function timelinessOf(on: string | undefined, window: { readonly earliestOn: string | null; readonly dueOn: string }): Timeliness | null {
  if (on === undefined) return null;
  if (on > window.dueOn) return 'late';
  return window.earliestOn !== null && on < window.earliestOn ? 'early' : 'in-time';
}

/** The earliest lawful start of a class whose opening is filed on a day: the lead time runs from the original filing (AMB-57). */
export function lawfulStart(context: DeadlineContext): DeadlineResult {
  const { calendar, facts } = context;
  const lead = leadOf(context);
  if (!lead.ok) return lead;
  const days = countDays(calendar, { from: facts.filedOn ?? '', count: lead.value.latest, unit: lead.value.unit, direction: 1 });
  return days.ok ? accept(deadlineOf({ dueOn: lastOf(days.value), days: days.value, basis: lead.value.basis })) : days;
}

/**
 * The days on which an opening may be filed so that the class begins as wished: 开班前 3–5 天 (DDL-01), 提前一周 (DDL-02). An earlier filing waits
 * for `earliestOn`; after `dueOn` the class must begin later, from `nextOn` on (AMB-02).
 */
export function openingFiling(context: DeadlineContext): DeadlineResult {
  const { calendar, facts } = context;
  const lead = leadOf(context);
  if (!lead.ok) return lead;
  const { earliest, latest, unit, basis } = lead.value;
  const days = countDays(calendar, { from: facts.startsOn ?? '', count: Math.max(earliest, latest), unit, direction: -1 });
  if (!days.ok) return days;
  const dayAt = (number: number): string => days.value.find((one) => one.number === number)?.day ?? '';
  const window = { earliestOn: dayAt(earliest), dueOn: dayAt(latest) };
  const timeliness = timelinessOf(facts.filedOn, window);
  const next = timeliness === 'late' ? lawfulStart(context) : null;
  if (next && !next.ok) return next;
  return accept(deadlineOf({ ...window, timeliness, nextOn: next?.value.dueOn ?? null, days: days.value, basis }));
}

/** The day a filed opening reaches its reviewer: at once, but not before the window opens (AMB-02). Refused where it is too late. */
export function routingDay(context: DeadlineContext): DeadlineResult {
  const window = openingFiling(context);
  if (!window.ok) return window;
  const { earliestOn, dueOn, timeliness, nextOn } = window.value;
  const { filedOn = '', startsOn = '' } = context.facts;
  if (timeliness === 'late') {
    const lead = leadOf(context);
    const days = lead.ok ? lead.value.latest : 0;
    return refuse('FILING_TOO_LATE', { params: { days, startsOn, latestOn: dueOn, earliestStart: nextOn ?? '' } });
  }
  return accept({
    ...window.value,
    dueOn: earliestOn !== null && filedOn < earliestOn ? earliestOn : filedOn,
    earliestOn: null,
    nextOn: dueOn,
  });
}

/** The last day for filing the completion: so many days before the class ends (DDL-04). No exam is held before its approval (PRC-24). */
export function completionFiling({ snapshot, process, calendar, facts }: DeadlineContext): DeadlineResult {
  const { filingDays } = snapshot.deadlines;
  if (!process) return refuse('POLICY_VALUE_MISSING', { params: { name: 'completion.daysBeforeEnd', reason: '' } });
  const lead = valueOf(process.completion.daysBeforeEnd, 'completion.daysBeforeEnd');
  if (!lead.ok) return lead;
  const unit = valueOf(filingDays.value, 'deadlines.filingDays');
  if (!unit.ok) return unit;
  const days = countDays(calendar, { from: facts.endsOn ?? '', count: lead.value, unit: unit.value, direction: -1 });
  if (!days.ok) return days;
  const dueOn = lastOf(days.value);
  return accept(
    deadlineOf({
      dueOn,
      timeliness: timelinessOf(facts.filedOn, { earliestOn: null, dueOn }),
      days: days.value,
      basis: [
        { name: 'completion.daysBeforeEnd', value: process.completion.daysBeforeEnd },
        { name: 'deadlines.filingDays', value: filingDays.value },
      ],
    }),
  );
}
