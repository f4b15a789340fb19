const DAY_MS = 86_400_000;

/** The calendar day `days` after (or, negative, before) a day `YYYY-MM-DD`. */
export function dayPlus(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The instant at which a calendar day begins in China (+08:00, no summer time). */
export function startOfDay(day: string): Date {
  return new Date(`${day}T00:00:00+08:00`);
}
