import { WorkflowUpdateStage } from '@temporalio/client';
import { randomUUID } from 'node:crypto';
import { taskQueues } from '#libs/contracts';
import { deliver } from '#libs/platform';
import { testTemporal, type TestTemporal } from '#libs/testing';
import { ScriptedRows } from './testing/scripted-rows.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await testTemporal();
}, 60_000);
afterAll(() => temporal.stop());

type Road = 'class' | 'claim' | 'objection' | 'paymentBatch';

/** Each outcome of each stage, and the activity called next. */
const branches: readonly (readonly [Road, string, string, string, string])[] = [
  ['class', 'opening', 'opening', 'approved', 'activation'],
  ['class', 'opening', 'opening', 'refused', 'endRoad'],
  ['class', 'opening', 'opening', 'withdrawn', 'endRoad'],
  ['class', 'opening', 'opening', 'lapsed', 'endRoad'],
  ['class', 'activation', 'activation', 'activated', 'delivery'],
  ['class', 'activation', 'activation', 'not-required', 'delivery'],
  ['class', 'activation', 'activation', 'withdrawn', 'endRoad'],
  ['class', 'delivery', 'delivery', 'completion-filed', 'completion'],
  ['class', 'delivery', 'delivery', 'stopped', 'endRoad'],
  ['class', 'completion', 'completion', 'approved', 'assessment'],
  ['class', 'completion', 'completion', 'refused', 'endRoad'],
  ['class', 'completion', 'completion', 'withdrawn', 'delivery'],
  ['class', 'assessment', 'assessment', 'assessed', 'endRoad'],
  ['claim', 'review', 'review', 'accepted', 'sealPackage'],
  ['claim', 'review', 'review', 'refused', 'endRoad'],
  ['claim', 'review', 'review', 'withdrawn', 'endRoad'],
  ['claim', 'sign-off', 'signOff', 'signed', 'publicNotice'],
  ['claim', 'sign-off', 'signOff', 'refused', 'endRoad'],
  ['claim', 'sign-off', 'signOff', 'voided', 'review'],
  ['claim', 'public-notice', 'publicNotice', 'clean', 'financeReview'],
  ['claim', 'public-notice', 'publicNotice', 'corrected', 'sealPackage'],
  ['claim', 'finance-review', 'financeReview', 'approved', 'orderPayments'],
  ['claim', 'finance-review', 'financeReview', 'returned', 'review'],
  ['claim', 'finance-review', 'financeReview', 'refused', 'endRoad'],
  ['claim', 'payout', 'payout', 'paid', 'endRoad'],
  ['claim', 'payout', 'payout', 'partly-held', 'endRoad'],
  ['objection', 'objection', 'objection', 'upheld', 'endRoad'],
  ['objection', 'objection', 'objection', 'dismissed', 'endRoad'],
  ['objection', 'objection', 'objection', 'withdrawn', 'endRoad'],
  ['paymentBatch', 'payment-batch', 'paymentBatch', 'released', 'submitBatch'],
  ['paymentBatch', 'payment-batch', 'paymentBatch', 'closed', 'endRoad'],
  ['paymentBatch', 'payment-batch', 'paymentBatch', 'discarded', 'endRoad'],
];

/** One road over scripted rows: its own queue would not do, so each test has the worker to itself. */
async function travel(
  road: Road,
  rows: ScriptedRows,
  /** `advance` resolves when the road stands still again, `tell` as soon as the road has the message. */
  work: (advance: () => Promise<unknown>, tell: (id: string) => Promise<unknown>, workflowId: string) => Promise<void>,
): Promise<void> {
  const roads = await temporal.work(rows.activities());
  const payments = await temporal.work(rows.payments(), taskQueues.payments);
  const handle = await temporal.client.workflow.start(`${road}Workflow`, {
    workflowId: `${road}/${randomUUID()}`,
    taskQueue: taskQueues.roads,
    args: ['subject'],
    workflowTaskTimeout: '3s', // as roads are started: a task handed to a worker that is just stopping is soon handed out again
  });
  try {
    const tell = (updateId: string) => handle.startUpdate('advance', { updateId, waitForStage: WorkflowUpdateStage.ACCEPTED, args: [] });
    await work(() => handle.executeUpdate('advance'), tell, handle.workflowId);
  } finally {
    await handle.terminate().catch(() => undefined); // it may have ended by itself
    await Promise.all([roads.stop(), payments.stop()]);
  }
}

describe('the roads', () => {
  it.each(branches)(
    'take a %s at %s (%s) with the outcome "%s" to %s',
    async (road, stage, activity, outcome, next) => {
      const rows = new ScriptedRows(stage);
      await travel(road, rows, async (advance) => {
        await rows.called(activity);
        rows.decide(activity, outcome);
        await advance();
        await rows.called(next, next === activity ? 2 : 1);
        expect(rows.calls.indexOf(next)).toBeGreaterThan(rows.calls.indexOf(activity));
      });
    },
    60_000,
  );

  it('send a batch once: where nobody knows whether the bank got it, the bank is asked and nothing is sent again', async () => {
    const rows = new ScriptedRows('payment-batch');
    rows.fail('submitBatch');
    await travel('paymentBatch', rows, async (advance) => {
      await rows.called('paymentBatch');
      rows.decide('paymentBatch', 'released');
      await advance();
      await rows.called('queryBatch');
      rows.decide('paymentBatch', 'closed');
      await advance();
      await rows.called('endRoad');
      expect(rows.calls.filter((call) => call === 'submitBatch')).toHaveLength(1);
    });
  });

  it('answer an update only when the next stage is open', async () => {
    const rows = new ScriptedRows('opening');
    await travel('class', rows, async (advance) => {
      await rows.called('opening');
      rows.decide('opening', 'approved');
      await advance();
      expect(rows.calls).toEqual(['opening', 'opening', 'activation']);
    });
  });

  it('wake by themselves at the day the rows name, and go nowhere while nobody has answered', async () => {
    const rows = new ScriptedRows('delivery');
    rows.lookAgainIn('delivery', 300);
    await travel('class', rows, async () => {
      await rows.called('delivery', 2);
      expect(rows.calls).toEqual(['delivery', 'delivery']);
    });
  });

  it('end at once where the rows say the end is reached, so a road started twice does no harm', async () => {
    const rows = new ScriptedRows('end');
    await travel('claim', rows, async () => {
      await rows.called('endRoad');
      expect(rows.calls).toEqual(['endRoad']);
    });
  });

  it('ask the rows once more where news came while the end was being noted: a held person may be paid now (AMB-05)', async () => {
    const rows = new ScriptedRows('payout');
    await travel('claim', rows, async (_advance, tell) => {
      await rows.called('payout');
      rows.decide('payout', 'partly-held');
      rows.onEnd = async () => {
        delete rows.onEnd;
        rows.standAt('payout');
        await tell('objection-dismissed');
      };
      await tell('payment-answered');
      await rows.called('reopenRoad');
      await rows.called('payout', 3);
      expect(rows.calls.filter((call) => call === 'endRoad')).toHaveLength(1);
    });
  });

  it('that should be started and run already look at their rows again: they may have been about to end', async () => {
    const rows = new ScriptedRows('opening');
    await travel('class', rows, async (_advance, _tell, workflowId) => {
      await rows.called('opening');
      await deliver(temporal.client, { id: randomUUID(), workflowId, road: 'class', subjectId: 'subject', act: 'start' });
      await rows.called('opening', 2);
    });
  });

  it('lose no message when the worker is replaced while the road waits', async () => {
    const rows = new ScriptedRows('opening');
    const first = await temporal.work(rows.activities());
    const handle = await temporal.client.workflow.start('classWorkflow', {
      workflowId: `class/${randomUUID()}`,
      taskQueue: taskQueues.roads,
      args: ['subject'],
    });
    await rows.called('opening');
    await first.stop();
    rows.decide('opening', 'refused');
    const update = handle.executeUpdate('advance');
    const second = await temporal.work(rows.activities());
    await update;
    await handle.result();
    await second.stop();
    expect(rows.calls.at(-1)).toBe('endRoad');
  });
});
