import { audit, lockCase, type Database } from '#libs/platform';
import { insertOrder, insertOrderLines, payableLines, type PayableLine } from '../persistence/payment.query.ts';

/**
 * One order for everybody of the claim who is neither held nor excluded and was never ordered; none where there is nobody. Who was held is paid
 * by a tranche of its own later (AMB-05). The guards of the database have the last word.
 */
export function orderPayments(database: Database, claimId: string): Promise<{ readonly ordered: number; readonly held: number }> {
  return database.transaction(async (tx) => {
    await lockCase(tx, claimId);
    const lines = await tx.rows<PayableLine>(payableLines, [claimId]);
    const open = lines.filter(({ orderState }) => orderState === null);
    const due = open.filter(({ isHeld }) => !isHeld);
    const held = open.length - due.length;
    if (due.length === 0) return { ordered: 0, held };
    const json = JSON.stringify(due.map(({ lineId, personId, amountFen }) => ({ lineId, personId, amountFen: String(amountFen) })));
    const order = await tx.one<{ id: string; key: string; amountFen: bigint }>(insertOrder, [claimId, json, null, 0]);
    if (!order) throw new Error(`no payment order was made for claim ${claimId}`);
    await tx.rows(insertOrderLines, [order.id, json]);
    await audit(tx, {
      actor: null,
      act: 'payment-ordered',
      subject: { kind: 'payment-order', id: order.id },
      caseId: claimId,
      details: { key: order.key, amountFen: String(order.amountFen), persons: due.length },
    });
    return { ordered: due.length, held };
  });
}
