import type { PaymentBatchActivities } from '#libs/contracts';
import type { Database } from '#libs/platform';
import { batchById, type BatchRow } from '../persistence/batch.query.ts';

/** How long a bank that has not answered is left alone before it is asked again. */
const ASK_AGAIN_MS = 10 * 60_000;

/** What a batch's road does next, by its row alone. */
export async function paymentBatchState(database: Database, batchId: string): ReturnType<PaymentBatchActivities['paymentBatch']> {
  const batch = await database.transaction((tx) => tx.one<BatchRow>(batchById, [batchId]));
  switch (batch?.state) {
    case 'draft':
      return { outcome: null, next: 'release' };
    case 'released':
      return { outcome: null, next: 'submit', lookAgainInMs: ASK_AGAIN_MS };
    case 'submitted':
      return { outcome: null, next: 'answer', lookAgainInMs: ASK_AGAIN_MS };
    case 'discarded':
      return { outcome: 'discarded', next: 'end' };
    case 'closed':
      return { outcome: 'closed', next: 'end' };
    case undefined:
      throw new Error(`there is no payment batch ${batchId}`);
  }
}
