import type { OrderAnswer } from '../application/record-answers.ts';

export interface BankResult {
  readonly key: string;
  readonly outcome: 'settled' | 'rejected' | 'returned';
  readonly amount?: string;
  readonly reason?: string;
}

export interface KnownOrder {
  readonly key: string;
  readonly state: string;
  readonly amountText: string;
}

export interface MatchedResult {
  /** Line of the import, from 1. */
  readonly line: number;
  readonly key: string;
  readonly outcome: string;
  /** What importing it does: `apply`, `repeated` (known already), or why it cannot be applied. */
  readonly match: 'apply' | 'repeated' | 'unknown-key' | 'amount-differs' | 'step-forbidden';
}

const FOLLOWS: Readonly<Record<BankResult['outcome'], readonly string[]>> = {
  settled: ['submitted', 'unknown'],
  rejected: ['submitted', 'unknown'],
  returned: ['settled'],
};

function matchOf(result: BankResult, order: KnownOrder | undefined): MatchedResult['match'] {
  if (!order) return 'unknown-key';
  if (result.amount !== undefined && result.amount !== order.amountText) return 'amount-differs';
  if (order.state === result.outcome) return 'repeated';
  return FOLLOWS[result.outcome].includes(order.state) ? 'apply' : 'step-forbidden';
}

/** Compares the bank's answer with the orders, by key, then amount, then state; a repetition is no fault. */
export function matchResults(results: readonly BankResult[], orders: readonly KnownOrder[]): readonly MatchedResult[] {
  const known = new Map(orders.map((order) => [order.key, order]));
  return results.map((result, index) => ({
    line: index + 1,
    key: result.key,
    outcome: result.outcome,
    match: matchOf(result, known.get(result.key)),
  }));
}

export function answersOf(results: readonly BankResult[], matches: readonly MatchedResult[]): readonly OrderAnswer[] {
  return results.flatMap(({ key, outcome, reason }, index): OrderAnswer[] =>
    matches[index]?.match === 'apply' ? [{ key, state: outcome, ...(reason === undefined ? {} : { reason }) }] : [],
  );
}
