import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import {
  insertOrder,
  insertOrderLines,
  laterGeneration,
  linesOfOrder,
  orderByKey,
  stepOrders,
  type OrderRow,
} from '../persistence/payment.query.ts';

interface OrderedLine {
  readonly lineId: string;
  readonly personId: string;
  readonly amountFen: bigint;
  readonly isHeld: boolean;
  readonly isExcluded: boolean;
}

interface Placed {
  readonly id: string;
  readonly key: string;
}

async function place(
  tx: Tx,
  { claimId, payeeId }: OrderRow,
  due: readonly OrderedLine[],
  place: readonly [number | null, number],
): Promise<Placed> {
  const json = JSON.stringify(due.map(({ lineId, personId, amountFen }) => ({ lineId, personId, amountFen: String(amountFen) })));
  const next = await tx.one<Placed>(insertOrder, [claimId, json, ...place, payeeId]);
  if (!next) throw new Error(`no payment order was made for claim ${claimId}`);
  await tx.rows(insertOrderLines, [next.id, json]);
  return next;
}

/**
 * Orders a rejected or returned payment anew, as the next generation of the same tranche; the guard lets only one live order be. Where somebody
 * in it is held or excluded by now, it is stopped instead, and the others are paid by a tranche of their own (AMB-05).
 */
export async function reissueOrder(tx: Tx, actor: Actor, key: string): Promise<Result<Answer<{ key: string }>>> {
  const order = await tx.one<OrderRow>(orderByKey, [key]);
  if (!order || !seesInstitution(actor, order.institutionId, order.region)) return refuse('NOT_FOUND');
  await lockCase(tx, order.claimId);
  if (order.state !== 'rejected' && order.state !== 'returned') return refuse('ORDER_NOT_REISSUABLE', { params: { state: order.state } });
  if (await tx.one(laterGeneration, [order.id])) return refuse('ORDER_NOT_REISSUABLE', { params: { state: order.state } });
  const lines = await tx.rows<OrderedLine>(linesOfOrder, [order.id]);
  const due = lines.filter(({ isHeld, isExcluded }) => !isHeld && !isExcluded);
  if (due.length === 0) return refuse(lines.some(({ isExcluded }) => !isExcluded) ? 'ORDER_HELD' : 'ORDER_EXCLUDED');
  const isWhole = due.length === lines.length;
  if (!isWhole) await tx.rows(stepOrders, [JSON.stringify([{ key, state: 'stopped', reason: order.reason }])]);
  const next = await place(tx, order, due, isWhole ? [order.tranche, order.generation + 1] : [null, 0]);
  await audit(tx, {
    actor,
    act: 'payment-reissued',
    subject: { kind: 'payment-order', id: next.id },
    caseId: order.claimId,
    details: { key: next.key, instead: key, persons: due.length },
  });
  return accept({ status: 201, body: { key: next.key } });
}
