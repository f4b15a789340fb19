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
