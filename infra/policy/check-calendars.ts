import path from 'node:path';
import { PackError, readCalendars, type Pack, type PackFault } from '#libs/rulebook';

/** Calendars are complete, and announce every year in which a pack is in force, up to the last announced one. */
export function calendarFaults(policies: string, packs: readonly Pack[]): PackFault[] {
  const folder = path.join(policies, 'calendars');
  try {
    const years = new Set(readCalendars(policies).map(({ day }) => Number(day.slice(0, 4))));
    const last = Math.max(...years);
    const needed = packs.flatMap(({ head }) => {
      const first = Number(head.effectiveFrom.slice(0, 4));
      const end = Math.min(last, Number(head.effectiveTo?.slice(0, 4) ?? last));
      return Array.from({ length: Math.max(0, end - first + 1) }, (_, index) => first + index);
    });
    return [...new Set(needed)]
      .filter((year) => !years.has(year))
      .map((year) => ({
        file: path.join(folder, `${year}.yaml`),
        line: null,
        path: '',
        problem: `the working days of ${year} are not there`,
      }));
  } catch (error) {
    if (!(error instanceof PackError)) throw error;
    return [...error.faults];
  }
}
