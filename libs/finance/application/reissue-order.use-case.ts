import type { Actor } from '#libs/contracts';
import { seesInstitution } from '#libs/identity';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { laterGeneration, linesOfOrder, orderByKey, stepOrders, type OrderedLine, type OrderRow } from '../persistence/payment.query.ts';
import { placeOrder } from './place-order.ts';

interface LineNow extends OrderedLine {
  readonly isHeld: boolean;
  readonly isExcluded: boolean;
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
  const lines = await tx.rows<LineNow>(linesOfOrder, [order.id]);
  const due = lines.filter(({ isHeld, isExcluded }) => !isHeld && !isExcluded);
  if (due.length === 0) return refuse(lines.some(({ isExcluded }) => !isExcluded) ? 'ORDER_HELD' : 'ORDER_EXCLUDED');
  const isWhole = due.length === lines.length;
  if (!isWhole) await tx.rows(stepOrders, [JSON.stringify([{ key, state: 'stopped', reason: order.reason }])]);
  const place = isWhole ? { tranche: order.tranche, generation: order.generation + 1 } : { tranche: null, generation: 0 };
  const next = await placeOrder(tx, order.claimId, due, { ...place, payeeId: order.payeeId });
  await audit(tx, {
    actor,
    act: 'payment-reissued',
    subject: { kind: 'payment-order', id: next.id },
    caseId: order.claimId,
    details: { key: next.key, instead: key, persons: due.length },
  });
  return accept({ status: 201, body: { key: next.key } });
}
