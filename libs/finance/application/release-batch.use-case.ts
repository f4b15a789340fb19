import type { Actor } from '#libs/contracts';
import { freshSecondFactor, seesRegion } from '#libs/identity';
import { audit, clockOf, outboxStart, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { batchForUpdate, releaseBatch as release, type BatchRow } from '../persistence/batch.query.ts';
import { lockClaimsOfBatch } from '../persistence/payment.query.ts';
import { giveUpBatch } from './give-up-batch.ts';
import { lockedOrders } from './locked-orders.ts';

async function ownBatch(tx: Tx, actor: Actor, batchId: string, version: number): Promise<Result<BatchRow>> {
  const batch = await tx.one<BatchRow>(batchForUpdate, [batchId]);
  if (!batch || !seesRegion(actor, batch.region)) return refuse('NOT_FOUND');
  return batch.version === version ? accept(batch) : refuse('VERSION_STALE', { params: { current: batch.version } });
}

/** The second person, freshly signed in with a second factor, compares hash, count and sum and releases the batch; from here its road sends it, once (reliability 6.5). */
export async function releaseBatch(
  tx: Tx,
  actor: Actor,
  batchId: string,
  version: number,
  contentSha256: string,
): Promise<Result<Answer<BatchRow>>> {
  const batch = await ownBatch(tx, actor, batchId, version);
  if (!batch.ok) return batch;
  const { now } = await clockOf(tx);
  const fresh = freshSecondFactor(actor, now);
  if (!fresh.ok) return fresh;
  if (contentSha256.toLowerCase() !== batch.value.contentSha256) return refuse('BATCH_CHANGED', { pointer: '/contentSha256' });
  if (batch.value.state !== 'draft') return refuse('BATCH_STEP', { params: { from: batch.value.state, to: 'released' } });
  const stopped = (await lockedOrders(tx, batchId)).find(({ state }) => state === 'stopped');
  if (stopped) return refuse('BATCH_ORDER_STOPPED', { params: { key: stopped.key } });
  const row = await tx.one<BatchRow>(release, [batchId, actor.personId, actor.authenticatedAt, actor.secondFactor]);
  if (!row) throw new Error('the batch was not released');
  await outboxStart(tx, { road: 'payment-batch', id: batchId });
  await audit(tx, { actor, act: 'batch-released', subject: { kind: 'payment-batch', id: batchId }, details: { contentSha256 } });
  return accept({ body: row, version: row.version });
}

/** Gives the orders of an unreleased batch back. */
export async function discardBatch(tx: Tx, actor: Actor, batchId: string, version: number): Promise<Result<Answer<BatchRow>>> {
  const batch = await ownBatch(tx, actor, batchId, version);
  if (!batch.ok) return batch;
  if (batch.value.state !== 'draft') return refuse('BATCH_STEP', { params: { from: batch.value.state, to: 'discarded' } });
  await tx.rows(lockClaimsOfBatch, [batchId]);
  const row = await giveUpBatch(tx, actor, batchId);
  return accept({ body: row, version: row.version });
}
