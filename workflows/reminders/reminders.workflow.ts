import type { ReminderActivities } from '#libs/contracts';
import { rowsOf } from '../shared/rows.ts';

const rows = rowsOf<ReminderActivities>();

/** One scan over all due work, started by the one Schedule: reminds before a day, escalates after it, decides nothing. */
export async function remindersWorkflow(): Promise<void> {
  await rows.remindAndEscalate();
}
