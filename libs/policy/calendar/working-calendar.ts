import { accept, refuse, type Result } from '../result.ts';
import { addDays } from './plain-date.ts';

/** One day as announced: the State Council's holidays and make-up days, and every other day of that year. */
export interface CalendarDay {
  readonly day: string;
  readonly isWorking: boolean;
  /** The holiday's name, e.g. 春节, or 调休上班; null on an ordinary day. */
  readonly name?: string | null;
}

/**
 * The announced working days. A day of a year nobody has announced is never guessed to be a working day or not: CALENDAR_YEAR_UNKNOWN
 * (design rule 8).
 */
export class WorkingCalendar {
  private readonly days: ReadonlyMap<string, CalendarDay>;

  constructor(days: Iterable<CalendarDay>) {
    this.days = new Map([...days].map((one) => [one.day, one]));
  }

  /** A day as announced. */
  dayOf(date: string): Result<CalendarDay, 'CALENDAR_YEAR_UNKNOWN'> {
    const day = this.days.get(date);
    return day === undefined ? refuse('CALENDAR_YEAR_UNKNOWN', { params: { year: date.slice(0, 4) } }) : accept(day);
  }

  isWorkingDay(date: string): Result<boolean, 'CALENDAR_YEAR_UNKNOWN'> {
    const day = this.dayOf(date);
    return day.ok ? accept(day.value.isWorking) : day;
  }

  /** The n-th working day after a day; the day itself for n = 0. `count` is not negative. */
  addWorkingDays(date: string, count: number): Result<string, 'CALENDAR_YEAR_UNKNOWN'> {
    let day = date;
    for (let left = count; left > 0;) {
      day = addDays(day, 1);
      const isWorking = this.isWorkingDay(day);
      if (!isWorking.ok) return isWorking;
      if (isWorking.value) left -= 1;
    }
    return accept(day);
  }

  /** Working days after `from` up to and including `to`; 0 where `to` is not later. */
  workingDaysBetween(from: string, to: string): Result<number, 'CALENDAR_YEAR_UNKNOWN'> {
    let count = 0;
    for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) {
      const isWorking = this.isWorkingDay(day);
      if (!isWorking.ok) return isWorking;
      if (isWorking.value) count += 1;
    }
    return accept(count);
  }
}
