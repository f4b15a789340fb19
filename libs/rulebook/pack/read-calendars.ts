import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { addDays, isPlainDate, weekday, type CalendarDay } from '#libs/policy';
import { PackError, type PackFault } from './pack-fault.ts';
import { day, list, record, tableOf, text, type Shape } from './shape.ts';

export interface AnnouncedDay extends CalendarDay {
  readonly name: string | null;
  /** Document number of the State Council notice. */
  readonly source: string;
}

interface CalendarFile {
  readonly year: number;
  readonly source: string;
  readonly holidays: Readonly<Record<string, readonly [string, string]>>;
  readonly makeUpDays: readonly string[];
}

const year: Shape = (node, at, fault) => {
  if (!Number.isInteger(node)) fault(at, 'expected a year');
};
const shape = record({ year, source: text, holidays: tableOf(list(day)), makeUpDays: list(day) });

function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let one = first; one <= last; one = addDays(one, 1)) days.push(one);
  return days;
}

function faultsOf({ year: of, holidays, makeUpDays }: CalendarFile, file: string): PackFault[] {
  const faults: PackFault[] = [];
  for (const [name, span] of Object.entries(holidays)) {
    const [first = '', last = ''] = span;
    if (span.length !== 2 || !isPlainDate(first) || !isPlainDate(last) || first > last)
      faults.push({ file, path: `holidays.${name}`, problem: 'give the first and the last day' });
  }
  for (const one of makeUpDays) {
    if (!isPlainDate(one) || weekday(one) < 6)
      faults.push({ file, path: `makeUpDays.${one}`, problem: 'a make-up day is a Saturday or Sunday' });
    if (!one.startsWith(String(of))) faults.push({ file, path: `makeUpDays.${one}`, problem: `this is no day of ${of}` });
  }
  return faults;
}

function readFile(file: string): CalendarFile {
  const node: unknown = parse(readFileSync(file, 'utf8'));
  const faults: PackFault[] = [];
  shape(node, '', (at, problem) => faults.push({ file, path: at.replace(/^\./, ''), problem }));
  if (faults.length === 0) faults.push(...faultsOf(node as CalendarFile, file));
  if (faults.length > 0) throw new PackError(faults);
  return node as CalendarFile;
}

/**
 * Every day of every announced year. A holiday that begins in the last days of the year before counts there too, where that year is
 * announced.
 */
export function readCalendars(policies: string): AnnouncedDay[] {
  const folder = path.join(policies, 'calendars');
  const files = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => name.endsWith('.yaml'))
        .sort()
    : [];
  const calendars = files.map((name) => readFile(path.join(folder, name)));
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
