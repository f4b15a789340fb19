import type { Tx } from '#libs/platform';
import { insertOrder, insertOrderLines, type OrderedLine, type PlacedOrder } from '../persistence/payment.query.ts';

/** Where an order stands among those of its claim; a tranche of null is the next one. */
export interface OrderPlace {
  readonly tranche: number | null;
  readonly generation: number;
  /** The person or unit that is paid itself; null: the applicant. */
  readonly payeeId: string | null;
}

/** Writes one order with its lines; the guards of the database have the last word. */
export async function placeOrder(
  tx: Tx,
  claimId: string,
  lines: readonly OrderedLine[],
  { tranche, generation, payeeId }: OrderPlace,
): Promise<PlacedOrder> {
  const json = JSON.stringify(lines.map(({ lineId, personId, amountFen }) => ({ lineId, personId, amountFen: String(amountFen) })));
  const order = await tx.one<PlacedOrder>(insertOrder, [claimId, json, tranche, generation, payeeId]);
  if (!order) throw new Error(`no payment order was made for claim ${claimId}`);
  await tx.rows(insertOrderLines, [order.id, json]);
  return order;
}
