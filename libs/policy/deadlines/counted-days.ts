import { addDays, isWeekend } from '../calendar/plain-date.ts';
import type { CalendarDay, WorkingCalendar } from '../calendar/working-calendar.ts';
import { accept, type Result } from '../result.ts';
import type { DayKind } from './policy-deadlines.ts';

/** The days after `from`, up to and including `to`, during which the clock stood still: the case lay with the applicant (AMB-44). */
export interface Suspension {
  readonly from: string;
  readonly to: string;
}

/** Why a day was or was not counted. */
export type DayReason = 'start' | 'calendar-day' | 'working-day' | 'make-up-day' | 'weekend' | 'holiday' | 'suspended';

export interface CountedDay {
  readonly day: string;
  /** Its number in the count; null where it does not count. */
  readonly number: number | null;
  readonly reason: DayReason;
  /** The holiday's name, where it is one. */
  readonly name: string | null;
}

export interface Counting {
  readonly from: string;
  /** Days to count; the day itself is day 0. */
  readonly count: number;
  readonly unit: DayKind;
  /** 1 forward, -1 backward. */
  readonly direction: 1 | -1;
  readonly suspensions?: readonly Suspension[];
}

function reasonOf({ day, isWorking, name }: CalendarDay): { readonly reason: DayReason; readonly name: string | null } {
  const isFree = isWeekend(day);
  if (isWorking) return isFree ? { reason: 'make-up-day', name: name ?? null } : { reason: 'working-day', name: null };
  return isFree && !name ? { reason: 'weekend', name: null } : { reason: 'holiday', name: name ?? null };
}

function isSuspended(day: string, suspensions: readonly Suspension[]): boolean {
  return suspensions.some(({ from, to }) => day > from && day <= to);
}

/** Counts days one by one, so that each can be shown with its reason; @returns the days from day 0 to the last, or the year nobody announced. */
export function countDays(calendar: WorkingCalendar, of: Counting): Result<readonly CountedDay[], 'CALENDAR_YEAR_UNKNOWN'> {
  const { from, count, unit, direction, suspensions = [] } = of;
  const days: CountedDay[] = [{ day: from, number: 0, reason: 'start', name: null }];
  let day = from;
  for (let number = 0; number < count;) {
    day = addDays(day, direction);
    if (isSuspended(day, suspensions)) {
      days.push({ day, number: null, reason: 'suspended', name: null });
      continue;
    }
    if (unit === 'calendar') {
      number += 1;
      days.push({ day, number, reason: 'calendar-day', name: null });
      continue;
    }
    const announced = calendar.dayOf(day);
    if (!announced.ok) return announced;
    if (announced.value.isWorking) number += 1;
    days.push({ day, number: announced.value.isWorking ? number : null, ...reasonOf(announced.value) });
  }
  return accept(days);
}
