import { randomUUID } from 'node:crypto';
import { taskQueues } from '#libs/contracts';
import { testTemporal, type TestTemporal } from '#libs/testing';
import { countCalls } from '../test/bench/engine-calls.ts';
import { ScriptedRows } from './testing/scripted-rows.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await testTemporal();
}, 60_000);
afterAll(() => temporal.stop());

/** The stages of each road in turn, with their outcomes; `day` where a statutory day may come first (design section 3). */
const straight = {
  class: [
    ['opening', 'approved', 'day'],
    ['activation', 'activated'],
    ['delivery', 'completion-filed', 'day'],
    ['completion', 'approved'],
    ['assessment', 'assessed'],
  ],
  claim: [
    ['review', 'accepted'],
    ['signOff', 'signed'],
    ['publicNotice', 'clean', 'day'],
    ['financeReview', 'approved'],
    ['payout', 'paid'],
  ],
} as const;

/** Travels one road straight through; answers what its history says it asked of Temporal. */
async function costOf(road: keyof typeof straight): Promise<ReturnType<typeof countCalls>> {
  const rows = new ScriptedRows(straight[road][0][0]);
  for (const [activity, , day] of straight[road]) if (day !== undefined) rows.lookAgainIn(activity, 86_400_000);
  const workers = [await temporal.work(rows.activities()), await temporal.work(rows.payments(), taskQueues.payments)];
  const handle = await temporal.client.workflow.start(`${road}Workflow`, {
    workflowId: `${road}/${randomUUID()}`,
    taskQueue: taskQueues.roads,
    args: ['subject'],
  });
  for (const [activity, outcome] of straight[road]) {
    await rows.called(activity);
    rows.decide(activity, outcome);
    await handle.executeUpdate('advance');
  }
  await handle.result();
  await Promise.all(workers.map((worker) => worker.stop()));
  return countCalls((await handle.fetchHistory()).events ?? []);
}

describe('a class with its claim asks of Temporal', () => {
  it('two workflows, one update a stage end, at most four timers, and no regular activity but the payments', async () => {
    const [ofClass, ofClaim] = [await costOf('class'), await costOf('claim')];
    expect([ofClass.updates, ofClaim.updates]).toEqual([straight.class.length, straight.claim.length]);
    expect(ofClass.timers + ofClaim.timers).toBeLessThanOrEqual(4);
    expect([ofClass.paymentActivities, ofClass.otherActivities, ofClaim.otherActivities]).toEqual([0, 0, 0]);
    expect(ofClaim.paymentActivities).toBe(2); // ordered when the stage opens, and again when its rows have moved: what a released hold would need
  });
});
