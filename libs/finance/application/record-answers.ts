import { audit, outboxAdvance, type Tx } from '#libs/platform';
import type { Actor } from '#libs/contracts';
import { stepOrders } from '../persistence/payment.query.ts';
import { openOrders, stepBatch } from '../persistence/batch.query.ts';

export interface OrderAnswer {
  readonly key: string;
  readonly state: 'settled' | 'rejected' | 'returned' | 'unknown';
  readonly reason?: string;
}

/** Writes what the bank said of each order; budget, counters and journal follow by the database's own triggers. Claims are told, batches closed. */
export async function recordAnswers(tx: Tx, actor: Actor | null, answers: readonly OrderAnswer[], batchId: string | null): Promise<number> {
  const moved = await tx.rows<{ key: string; claimId: string }>(stepOrders, [JSON.stringify(answers)]);
  for (const claimId of new Set(moved.map((one) => one.claimId)))
    await outboxAdvance(tx, { road: 'claim', id: claimId, reason: 'payment-answered' });
  const states = new Map(answers.map(({ key, state }) => [key, state]));
  for (const { key, claimId } of moved) {
    await audit(tx, {
      actor,
      act: `payment-${states.get(key) ?? 'answered'}`,
      subject: { kind: 'payment-order', id: claimId },
      caseId: claimId,
      details: { key },
    });
  }
  if (batchId !== null && (await tx.one<{ open: number }>(openOrders, [batchId]))?.open === 0) {
    const closed = await tx.one(stepBatch, [batchId, 'closed']);
    if (closed && actor) await outboxAdvance(tx, { road: 'payment-batch', id: batchId, reason: 'batch-answered' });
  }
  return moved.length;
}
