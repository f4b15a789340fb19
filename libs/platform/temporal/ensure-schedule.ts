import { ScheduleAlreadyRunning, ScheduleOverlapPolicy } from '@temporalio/client';
import { taskQueues } from '#libs/contracts';
import type { TemporalClient } from './temporal-client.ts';

const SCHEDULE_ID = 'reminders';
const INTERVAL = '10m';

/** The product's one Schedule: one scan over all due work reminds and escalates (design section 3). Safe to repeat at every start. */
export async function ensureReminderSchedule(temporal: TemporalClient): Promise<void> {
  const { schedule } = await temporal.get();
  try {
    await schedule.create({
      scheduleId: SCHEDULE_ID,
      spec: { intervals: [{ every: INTERVAL }] },
      action: { type: 'startWorkflow', workflowType: 'remindersWorkflow', taskQueue: taskQueues.roads, args: [] },
      policies: { overlap: ScheduleOverlapPolicy.SKIP, catchupWindow: INTERVAL },
    });
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error;
  }
}
