import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { weekday, type CalendarDay } from '#libs/policy';
import { daysFrom, readCalendar, type CalendarFile } from './calendar-file.ts';
import { PackError, type PackFault } from './pack-fault.ts';

export interface AnnouncedDay extends CalendarDay {
  readonly name: string | null;
  /** Document number of the State Council notice. */
  readonly source: string;
}

function readAll(folder: string): CalendarFile[] {
  const faults: PackFault[] = [];
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.yaml')) : [];
  const calendars = names.sort().flatMap((name) => {
    try {
      return [readCalendar(path.join(folder, name))];
    } catch (error) {
      if (!(error instanceof PackError)) throw error;
      faults.push(...error.faults);
      return [];
    }
  });
  if (faults.length > 0) throw new PackError(faults);
  return calendars;
}

/**
 * Every day of every announced year. A holiday that begins in the last days of the year before counts there too, where that year is
 * announced.
 * @throws PackError with every fault of the files.
 */
export function readCalendars(policies: string): AnnouncedDay[] {
  const calendars = readAll(path.join(policies, 'calendars'));
  const days = new Map<string, AnnouncedDay>();
  for (const { year: of, source } of calendars) {
    for (const one of daysFrom(`${of}-01-01`, `${of}-12-31`)) days.set(one, { day: one, isWorking: weekday(one) < 6, name: null, source });
  }
  for (const { holidays, makeUpDays, source } of calendars) {
    for (const [name, [first, last]] of Object.entries(holidays)) {
      for (const one of daysFrom(first, last)) if (days.has(one)) days.set(one, { day: one, isWorking: false, name, source });
    }
    for (const one of makeUpDays) days.set(one, { day: one, isWorking: true, name: '调休上班', source });
  }
  return [...days.values()];
}
