const DAY_MS = 86_400_000;
const PLAIN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01 of a calendar day. */
function serial(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / DAY_MS;
}

/** How many days a month of the Gregorian calendar has. */
function daysOf(year: number, month: number): number {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
}

/** Whether a text is an existing calendar day, `YYYY-MM-DD`. */
export function isPlainDate(text: string): boolean {
  if (!PLAIN.test(text)) return false;
  const [month, day] = [Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (month < 1 || month > 12 || day < 1) return false;
  return day <= 28 || day <= daysOf(Number(text.slice(0, 4)), month);
}

/** The day so many calendar days later; earlier where negative. */
export function addDays(date: string, days: number): string {
  return new Date((serial(date) + days) * DAY_MS).toISOString().slice(0, 10);
}

/** Calendar days from one day to another; negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return serial(to) - serial(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: string): number {
  return ((((serial(date) + 3) % 7) + 7) % 7) + 1;
}

/** Full years of age on a day; the birthday itself counts. */
export function ageOn(birthDate: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return on.slice(5) < birthDate.slice(5) ? years - 1 : years;
}

/** The year of a day or month. */
export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** `MM-DD` of a day. */
export function monthDayOf(date: string): string {
  return date.slice(5);
}

/** The first day of a month of a year, e.g. 2024 and 4: 2024-04-01. */
export function firstDayOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}-01`;
}

/** The last day of a month, `YYYY-MM`. */
export function lastDayOfMonth(month: string): string {
  return `${month}-${daysOf(yearOf(month), Number(month.slice(5)))}`;
}

/** Saturday or Sunday. */
export function isWeekend(date: string): boolean {
  return weekday(date) > 5;
}

/** Whether a day lies in the century whose dates this program takes for meant, not mistyped. */
export function isOfThisCentury(date: string): boolean {
  return /^20\d{2}-/.test(date);
}
