import { addDays, isPlainDate, weekday } from '#libs/policy';
import { PackError, type PackFault } from './pack-fault.ts';
import { readYaml, type YamlFile } from './read-yaml.ts';
import { day, list, plain, record, tableOf, text } from './shape.ts';

/** One year of working days as a notice of the State Council announces it. */
export interface CalendarFile {
  readonly year: number;
  /** Document number of the notice, e.g. 国办发明电〔2023〕7号. */
  readonly source: string;
  /** First and last day of each holiday. */
  readonly holidays: Readonly<Record<string, readonly [string, string]>>;
  /** Saturdays and Sundays that are working days. */
  readonly makeUpDays: readonly string[];
}

const FIRST_YEAR = 2000;
const shape = record({
  year: plain('a year', (node) => Number.isInteger(node) && Number(node) >= FIRST_YEAR),
  source: text,
  holidays: tableOf(list(day)),
  makeUpDays: list(day),
});
/** 全国年节及纪念日放假办法: the public holidays every year has. */
const HOLIDAYS = ['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'];

type Fault = (path: string, problem: string) => void;

function checkHolidays({ year, holidays }: CalendarFile, fault: Fault): void {
  for (const [name, span] of Object.entries(holidays)) {
    const [first = '', last = ''] = span;
    if (span.length !== 2 || !isPlainDate(first) || !isPlainDate(last) || first > last)
      fault(`holidays.${name}`, 'give the first and the last day');
    else if (first < `${year - 1}-12-25` || last > `${year}-12-31`) fault(`holidays.${name}`, `these are no days of ${year}`);
  }
  const named = Object.keys(holidays).join('、');
  for (const name of HOLIDAYS.filter((one) => !named.includes(one))) fault('holidays', `${name} is not there; every year has it`);
}

function checkMakeUpDays({ year, holidays, makeUpDays }: CalendarFile, fault: Fault): void {
  const free = Object.values(holidays);
  if (makeUpDays.length === 0) fault('makeUpDays', 'no make-up day; every notice names them');
  makeUpDays.forEach((one, index) => {
    const at = `makeUpDays[${index}]`;
    if (weekday(one) < 6) fault(at, `${one}: a make-up day is a Saturday or Sunday`);
    if (!one.startsWith(`${year}-`)) fault(at, `${one} is no day of ${year}`);
    if (makeUpDays.indexOf(one) !== index) fault(at, `${one} stands here twice`);
    if (free.some(([first, last]) => one >= first && one <= last)) fault(at, `${one} is within a holiday`);
  });
}

/** The notice for a year is issued in the autumn before, changes in the year itself: a copied file still names last year's. */
function checkSource({ year, source }: CalendarFile, fault: Fault): void {
  const years = [...source.matchAll(/国办发明电〔(\d{4})〕\d+号/g)].map(([, issued]) => Number(issued));
  if (years.length === 0 || years.some((issued) => issued !== year - 1 && issued !== year))
    fault('source', `name the State Council's notice for ${year}, e.g. 国办发明电〔${year - 1}〕7号`);
}

/** Reads one calendar; @throws PackError with every fault of it. */
export function readCalendar(file: string): CalendarFile {
  const faults: PackFault[] = [];
  const yaml: YamlFile | undefined = readYaml(file, faults);
  const fault: Fault = (at, problem) => {
    const place = at.replace(/^\./, '');
    faults.push({ file, line: yaml?.lineAt(place) ?? null, path: place, problem });
  };
  if (yaml) shape(yaml.node, '', fault);
  if (!yaml || faults.length > 0) throw new PackError(faults);
  const calendar = yaml.node as CalendarFile;
  checkHolidays(calendar, fault);
  checkMakeUpDays(calendar, fault);
  checkSource(calendar, fault);
  if (!file.endsWith(`${calendar.year}.yaml`)) fault('year', `the file of ${calendar.year} is named ${calendar.year}.yaml`);
  if (faults.length > 0) throw new PackError(faults);
  return calendar;
}

/** Every day from the first to the last. */
export function daysFrom(first: string, last: string): string[] {
  const days: string[] = [];
  for (let one = first; one <= last; one = addDays(one, 1)) days.push(one);
  return days;
}
