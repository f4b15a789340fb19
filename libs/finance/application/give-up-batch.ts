import type { Actor } from '#libs/contracts';
import { audit, type Tx } from '#libs/platform';
import { stepBatch, type BatchRow } from '../persistence/batch.query.ts';
import { takeFromBatch } from '../persistence/payment.query.ts';

/** Discards a batch that was not sent, its claims locked; its orders wait for a new one. @param actor null: the road itself. */
export async function giveUpBatch(
  tx: Tx,
  actor: Actor | null,
  batchId: string,
  details?: Readonly<Record<string, string>>,
): Promise<BatchRow> {
  await tx.rows(takeFromBatch, [batchId]);
  const row = await tx.one<BatchRow>(stepBatch, [batchId, 'discarded']);
  if (!row) throw new Error('the batch was not discarded');
  const subject = { kind: 'payment-batch', id: batchId } as const;
  await audit(tx, { actor, act: 'batch-discarded', subject, ...(details === undefined ? {} : { details }) });
  return row;
}
