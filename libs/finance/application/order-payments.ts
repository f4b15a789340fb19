import { audit, lockCase, type Database, type Tx } from '#libs/platform';
import { insertOrder, insertOrderLines, payableLines, type PayableLine } from '../persistence/payment.query.ts';

/** One order for everybody where the applicant is paid; one each where persons or units are paid themselves (AMB-58). */
function ordersOf(due: readonly PayableLine[]): (readonly [payee: string | null, lines: readonly PayableLine[]])[] {
  const themselves = due.filter(({ payeeKind }) => payeeKind === 'subject');
  const applicant = due.filter(({ payeeKind }) => payeeKind === 'applicant');
  return [...(applicant.length > 0 ? [[null, applicant] as const] : []), ...Map.groupBy(themselves, ({ personId }) => personId)];
}

async function placeOrder(tx: Tx, claimId: string, payee: string | null, lines: readonly PayableLine[]): Promise<void> {
  const json = JSON.stringify(lines.map(({ lineId, personId, amountFen }) => ({ lineId, personId, amountFen: String(amountFen) })));
  const order = await tx.one<{ id: string; key: string; amountFen: bigint }>(insertOrder, [claimId, json, null, 0, payee]);
  if (!order) throw new Error(`no payment order was made for claim ${claimId}`);
  await tx.rows(insertOrderLines, [order.id, json]);
  await audit(tx, {
    actor: null,
    act: 'payment-ordered',
    subject: { kind: 'payment-order', id: order.id },
    caseId: claimId,
    details: { key: order.key, amountFen: String(order.amountFen), persons: lines.length },
  });
}

/**
 * Orders everybody of the claim who is neither held nor excluded and was never ordered; nothing where there is nobody. Who was held is paid by
 * a tranche of its own later (AMB-05). The guards of the database have the last word.
 */
export function orderPayments(database: Database, claimId: string): Promise<{ readonly ordered: number; readonly held: number }> {
  return database.transaction(async (tx) => {
    await lockCase(tx, claimId);
    const lines = await tx.rows<PayableLine>(payableLines, [claimId]);
    const open = lines.filter(({ orderState }) => orderState === null);
    const due = open.filter(({ isHeld }) => !isHeld);
    for (const [payee, ofPayee] of ordersOf(due)) await placeOrder(tx, claimId, payee, ofPayee);
    return { ordered: due.length, held: open.length - due.length };
  });
}
