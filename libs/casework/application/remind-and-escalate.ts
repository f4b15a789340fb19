import type { Database } from '#libs/platform';
import { alarmUnstaffed, escalateOverdue, remindDue } from '../persistence/reminder.query.ts';

/**
 * One scan over all open work: reminds before a due day, escalates after it, never twice for the same day, and alarms the administrator
 * where nobody is left who may do the next step (design section 5). It decides nothing.
 */
export function remindAndEscalate(
  database: Database,
): Promise<{ readonly reminded: number; readonly escalated: number; readonly unstaffed: number }> {
  return database.transaction(async (tx) => {
    const reminded = await tx.rows(remindDue);
    const escalated = await tx.rows(escalateOverdue);
    const unstaffed = await tx.rows(alarmUnstaffed);
    return { reminded: reminded.length, escalated: escalated.length, unstaffed: unstaffed.length };
  });
}
