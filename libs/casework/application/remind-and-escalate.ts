import type { Database } from '#libs/platform';
import { escalateOverdue, remindDue } from '../persistence/reminder.query.ts';

/** One scan over all open work: reminds before a due day, escalates after it, and never twice for the same day. */
export function remindAndEscalate(database: Database): Promise<{ readonly reminded: number; readonly escalated: number }> {
  return database.transaction(async (tx) => {
    const reminded = await tx.rows(remindDue);
    const escalated = await tx.rows(escalateOverdue);
    return { reminded: reminded.length, escalated: escalated.length };
  });
}
