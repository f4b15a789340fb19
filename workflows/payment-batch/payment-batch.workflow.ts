import { taskQueues, type PaymentActivities, type PaymentBatchActivities } from '#libs/contracts';
import { proxyActivities } from '@temporalio/workflow';
import { Road } from '../shared/road.ts';
import { rowsOf } from '../shared/rows.ts';

const rows = rowsOf<PaymentBatchActivities>();
const bank = proxyActivities<PaymentActivities>({
  taskQueue: taskQueues.payments,
  startToCloseTimeout: '15s',
  retry: { maximumInterval: '30s' },
});
/** Money is sent once. When it is not known whether it was, the bank is asked; nothing is ever sent again (reliability 6.3). */
const bankOnce = proxyActivities<PaymentActivities>({
  taskQueue: taskQueues.payments,
  startToCloseTimeout: '15s',
  retry: { maximumAttempts: 1 },
});

/** Carries one payment batch: released by a second person, submitted once, then answered order by order. */
export async function paymentBatchWorkflow(batchId: string): Promise<void> {
  const road = new Road('payment-batch', batchId);
  const actAndRead = async () => {
    const state = await rows.paymentBatch(batchId);
    if (state.next === 'submit') {
      await bankOnce.submitBatch(batchId).catch(() => bank.queryBatch(batchId));
      return rows.paymentBatch(batchId);
    }
    if (state.next === 'answer') {
      await bank.queryBatch(batchId);
      return rows.paymentBatch(batchId);
    }
    return state;
  };
  await road.travel(() => road.through<'closed' | 'discarded', 'end'>('payment-batch', actAndRead, { closed: 'end', discarded: 'end' }));
}
