import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { regionScope } from '#libs/identity';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertBatch, type BatchRow } from '../persistence/batch.query.ts';
import { lockClaims, putInBatch, waitingOrders, type OrderRow } from '../persistence/payment.query.ts';

/** The hash a second person compares: keys and amounts in their order. */
function contentHash(orders: readonly OrderRow[]): Buffer {
  const content = canonicalize(orders.map(({ key, amountFen }) => [key, String(amountFen)])) ?? '';
  return createHash('sha256').update(content).digest();
}

function refuseWithoutAccount({ key, payeeName }: OrderRow, keys: readonly string[] | undefined): Result<never> {
  const index = keys?.indexOf(key) ?? -1;
  return refuse('ORDER_NO_ACCOUNT', { pointer: index < 0 ? '/orders' : `/orders/${index}`, params: { key, payee: payeeName } });
}

/**
 * Puts waiting orders of the office's region into a batch, all of them or those named; nothing is sent before somebody else releases it. An order
 * whose payee has no account on record is refused where it is named; otherwise it goes on waiting, and the rest is paid.
 */
export async function buildBatch(tx: Tx, actor: Actor, keys: readonly string[] | undefined): Promise<Result<Answer<BatchRow>>> {
  // Read again once the claims are locked: an objection may have stopped one of them meanwhile.
  const wanted = [regionScope(actor.region), keys ?? null];
  await tx.rows(lockClaims, [(await tx.rows<OrderRow>(waitingOrders, wanted)).map(({ key }) => key)]);
  const orders = await tx.rows<OrderRow>(waitingOrders, wanted);
  const hidden = new Set(actor.conflictingInstitutions ?? []);
  const mine = orders.filter(({ institutionId }) => !hidden.has(institutionId));
  const unknown = keys?.find((key) => !mine.some((order) => order.key === key));
  if (unknown !== undefined) return refuse('ORDER_NOT_WAITING', { pointer: '/orders', params: { key: unknown } });
  const payable = mine.filter(({ hasAccount }) => hasAccount);
  const stuck = mine.find(({ hasAccount }) => !hasAccount);
  if (stuck && (keys !== undefined || payable.length === 0)) return refuseWithoutAccount(stuck, keys);
  if (payable.length === 0) return refuse('BATCH_EMPTY');
  const total = payable.reduce((sum, { amountFen }) => sum + amountFen, 0n);
  const values = [actor.region, actor.officeId, payable.length, total, contentHash(payable), actor.personId];
  const batch = await tx.one<BatchRow>(insertBatch, values);
  if (!batch) throw new Error('the batch was not written');
  await tx.rows(putInBatch, [batch.id, payable.map(({ key }) => key)]);
  await audit(tx, {
    actor,
    act: 'batch-built',
    subject: { kind: 'payment-batch', id: batch.id },
    details: { orders: payable.length, totalFen: String(total), contentSha256: batch.contentSha256 },
  });
  return accept({ status: 201, body: batch, version: batch.version });
}
