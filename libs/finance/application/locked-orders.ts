import type { Tx } from '#libs/platform';
import { lockClaimsOfBatch, ordersOfBatch, type OrderRow } from '../persistence/payment.query.ts';

/** The orders of a batch, their claims locked: no objection stops one of them any more before the transaction ends. */
export async function lockedOrders(tx: Tx, batchId: string): Promise<readonly OrderRow[]> {
  await tx.rows(lockClaimsOfBatch, [batchId]);
  return tx.rows<OrderRow>(ordersOfBatch, [batchId]);
}
