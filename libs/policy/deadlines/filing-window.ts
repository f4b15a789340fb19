import { addDays } from '../calendar/plain-date.ts';

/**
 * The days on which an opening may be filed so that the class begins as wished: 开班前 3–5 日 (XZ24 二(二)(1)). Calendar days. An earlier filing
 * waits until `earliestOn`, a later one needs a later start.
 */
export function openingWindow(of: { readonly startsOn: string; readonly earliestDaysBefore: number; readonly latestDaysBefore: number }): {
  readonly earliestOn: string;
  readonly latestOn: string;
} {
  return { earliestOn: addDays(of.startsOn, -of.earliestDaysBefore), latestOn: addDays(of.startsOn, -of.latestDaysBefore) };
}

/** The last day for filing the completion (XZ24 二(二)(3)): so many calendar days before the class ends. */
export function completionDeadline(of: { readonly endsOn: string; readonly daysBeforeEnd: number }): string {
  return addDays(of.endsOn, -of.daysBeforeEnd);
}
