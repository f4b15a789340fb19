import type { Database } from '#libs/platform';
import type { Bank } from '../bank/bank.ts';
import { batchForUpdate, openOrders, type BatchRow } from '../persistence/batch.query.ts';
import { ordersOfBatch, type OrderRow } from '../persistence/payment.query.ts';
import { recordAnswers, type OrderAnswer } from './record-answers.ts';

/** Asks the bank about every order of a batch that is not answered; a key the bank says it never received is unknown, and blocks (reliability 6.5). */
export function queryBatch(database: Database, bank: Bank, batchId: string): Promise<number> {
  return database.transaction(async (tx) => {
    const batch = await tx.one<BatchRow>(batchForUpdate, [batchId]);
    if (batch?.state !== 'submitted') return 0;
    const open = (await tx.rows<OrderRow>(ordersOfBatch, [batchId])).filter(({ state }) => state === 'submitted' || state === 'unknown');
    const { answers, knows } = await bank.query(
      tx,
      open.map(({ key }) => key),
    );
    const said = answers.map(({ key, outcome, reason }): OrderAnswer => ({
      key,
      state: outcome,
      ...(reason === undefined ? {} : { reason }),
    }));
    const lost =
      knows === undefined
        ? []
        : open
            .filter(({ key, state }) => state === 'submitted' && !knows.has(key))
            .map(({ key }): OrderAnswer => ({ key, state: 'unknown' }));
    await recordAnswers(tx, null, [...said, ...lost], batchId);
    return (await tx.one<{ open: number }>(openOrders, [batchId]))?.open ?? 0;
  });
}
