import { audit, lockCase, type Database, type Tx } from '#libs/platform';
import { payableLines, type PayableLine } from '../persistence/payment.query.ts';
import { placeOrder } from './place-order.ts';

/** One order for everybody where the applicant is paid; one each where persons or units are paid themselves (AMB-58). */
function ordersOf(due: readonly PayableLine[]): (readonly [payee: string | null, lines: readonly PayableLine[]])[] {
  const themselves = due.filter(({ payeeKind }) => payeeKind === 'subject');
  const applicant = due.filter(({ payeeKind }) => payeeKind === 'applicant');
  return [...(applicant.length > 0 ? [[null, applicant] as const] : []), ...Map.groupBy(themselves, ({ personId }) => personId)];
}

async function orderOf(tx: Tx, claimId: string, payeeId: string | null, lines: readonly PayableLine[]): Promise<void> {
  const order = await placeOrder(tx, claimId, lines, { tranche: null, generation: 0, payeeId });
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
    for (const [payee, ofPayee] of ordersOf(due)) await orderOf(tx, claimId, payee, ofPayee);
    return { ordered: due.length, held: open.length - due.length };
  });
}
