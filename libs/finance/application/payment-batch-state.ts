import type { PaymentBatchActivities } from '#libs/contracts';
import { clockOf, type Database } from '#libs/platform';
import { batchById, type BatchRow } from '../persistence/batch.query.ts';

/** A bank is asked soon after a batch was sent; one that has not answered then is left alone for a while. */
const ASK_SOON_MS = 500;
const ASK_AGAIN_MS = 10 * 60_000;
/** A batch that could not be sent, because the database was away, is tried again. */
const TRY_AGAIN_MS = 5_000;
const SOON_MS = 3_000;

/** What a batch's road does next, by its row alone. */
export async function paymentBatchState(database: Database, batchId: string): ReturnType<PaymentBatchActivities['paymentBatch']> {
  const { batch, now } = await database.transaction(async (tx) => ({
    batch: await tx.one<BatchRow>(batchById, [batchId]),
    ...(await clockOf(tx)),
  }));
  switch (batch?.state) {
    case 'draft':
      return { outcome: null, next: 'release' };
    case 'released':
      return { outcome: null, next: 'submit', lookAgainInMs: TRY_AGAIN_MS }; // nothing was sent yet: being sent is a state of the row
    case 'submitted':
      return {
        outcome: null,
        next: 'answer',
        lookAgainInMs: now.getTime() - (batch.submittedAt?.getTime() ?? 0) < SOON_MS ? ASK_SOON_MS : ASK_AGAIN_MS,
      };
    case 'discarded':
      return { outcome: 'discarded', next: 'end' };
    case 'closed':
      return { outcome: 'closed', next: 'end' };
    case undefined:
      throw new Error(`there is no payment batch ${batchId}`);
  }
}
