import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertOrder, insertOrderLines, laterGeneration, linesOfOrder, orderByKey, type OrderRow } from '../persistence/payment.query.ts';

interface OrderedLine {
  readonly lineId: string;
  readonly personId: string;
  readonly amountFen: bigint;
}

/** Orders a rejected or returned payment anew, as the next generation of the same tranche; the guard lets only one live order be. */
export async function reissueOrder(tx: Tx, actor: Actor, key: string): Promise<Result<Answer<{ key: string }>>> {
  const order = await tx.one<OrderRow>(orderByKey, [key]);
  if (!order || !seesInstitution(actor, order.institutionId, order.region)) return refuse('NOT_FOUND');
  await lockCase(tx, order.claimId);
  if (order.state !== 'rejected' && order.state !== 'returned') return refuse('ORDER_NOT_REISSUABLE', { params: { state: order.state } });
  if (await tx.one(laterGeneration, [order.id])) return refuse('ORDER_NOT_REISSUABLE', { params: { state: order.state } });
  const lines = await tx.rows<OrderedLine>(linesOfOrder, [order.id]);
  const json = JSON.stringify(lines.map((line) => ({ ...line, amountFen: String(line.amountFen) })));
  const next = await tx.one<{ id: string; key: string }>(insertOrder, [
    order.claimId,
    json,
    order.tranche,
    order.generation + 1,
    order.payeeId,
  ]);
  if (!next) throw new Error(`the order ${key} was not issued anew`);
  await tx.rows(insertOrderLines, [next.id, json]);
  await audit(tx, {
    actor,
    act: 'payment-reissued',
    subject: { kind: 'payment-order', id: next.id },
    caseId: order.claimId,
    details: { key: next.key, instead: key },
  });
  return accept({ status: 201, body: { key: next.key } });
}
