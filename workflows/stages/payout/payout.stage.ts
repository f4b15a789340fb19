import { taskQueues, type ClaimActivities, type ClaimStage, type PaymentActivities } from '#libs/contracts';
import { proxyActivities } from '@temporalio/workflow';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClaimActivities>();
const payments = proxyActivities<PaymentActivities>({
  taskQueue: taskQueues.payments,
  startToCloseTimeout: '15s',
  retry: { maximumInterval: '30s' },
});

/**
 * 拨付: payment orders for everyone neither held nor excluded, on the payments queue under the payments role; then each order is settled,
 * returned or unknown. A person whose objection ends later is paid by an order of their own.
 */
export function payout(road: Road, claimId: string): Promise<ClaimStage | 'end'> {
  const orderAndRead = async () => {
    await payments.orderPayments(claimId);
    return rows.payout(claimId);
  };
  return road.through<'paid' | 'partly-held', ClaimStage | 'end'>('payout', orderAndRead, { paid: 'end', 'partly-held': 'end' });
}
