import type { BatchRow } from '../persistence/batch.query.ts';
import type { OrderRow } from '../persistence/payment.query.ts';
import { moneyOf, type MoneyResponse } from './money.ts';

export interface OrderView extends Omit<OrderRow, 'amountFen'> {
  readonly amount: MoneyResponse;
}

export interface BatchView extends Omit<BatchRow, 'totalFen' | 'builtBy'> {
  readonly total: MoneyResponse;
  readonly orders?: readonly OrderView[];
}

export function orderView({ amountFen, ...row }: OrderRow): OrderView {
  return { ...row, amount: moneyOf(amountFen) };
}

/** Who built it is for the database to compare, not for the page. */
export function batchView({ totalFen, builtBy: _builtBy, ...row }: BatchRow, orders?: readonly OrderRow[]): BatchView {
  return { ...row, total: moneyOf(totalFen), ...(orders === undefined ? {} : { orders: orders.map(orderView) }) };
}
