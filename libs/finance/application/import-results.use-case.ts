import type { Actor } from '#libs/contracts';
import { seesRegion } from '#libs/identity';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, formatYuan, refuse, type Refusal, type Result } from '#libs/policy';
import { answersOf, matchResults, type BankResult, type MatchedResult } from '../domain/match-results.ts';
import { batchForUpdate, type BatchRow } from '../persistence/batch.query.ts';
import { ordersOfBatch, type OrderRow } from '../persistence/payment.query.ts';
import { recordAnswers } from './record-answers.ts';

async function matched(tx: Tx, actor: Actor, batchId: string, results: readonly BankResult[]): Promise<Result<readonly MatchedResult[]>> {
  const batch = await tx.one<BatchRow>(batchForUpdate, [batchId]);
  if (!batch || !seesRegion(actor, batch.region)) return refuse('NOT_FOUND');
  const orders = await tx.rows<OrderRow>(ordersOfBatch, [batchId]);
  return accept(
    matchResults(
      results,
      orders.map(({ key, state, amountFen }) => ({ key, state, amountText: formatYuan(amountFen) })),
    ),
  );
}

/** What importing the bank's answer would do; writes nothing. */
export async function previewResults(
  tx: Tx,
  actor: Actor,
  batchId: string,
  results: readonly BankResult[],
): Promise<Result<{ items: readonly MatchedResult[] }>> {
  const items = await matched(tx, actor, batchId, results);
  return items.ok ? accept({ items: items.value }) : items;
}

const FAULTS: Readonly<Record<string, string>> = {
  'unknown-key': 'RESULT_KEY_UNKNOWN',
  'amount-differs': 'RESULT_AMOUNT',
  'step-forbidden': 'RESULT_STEP',
};

/** Imports the bank's answer, whole or not at all: one line that matches nothing stops it and is named. */
export async function importResults(
  tx: Tx,
  actor: Actor,
  batchId: string,
  results: readonly BankResult[],
): Promise<Result<Answer<{ applied: number }>>> {
  const items = await matched(tx, actor, batchId, results);
  if (!items.ok) return items;
  const errors = items.value.flatMap(({ line, key, match }): Refusal[] => {
    const code = FAULTS[match];
    return code === undefined ? [] : [{ code, pointer: `/results/${line - 1}`, params: { line, key } }];
  });
  if (errors.length > 0) return refuse('RESULTS_INVALID', { errors });
  const applied = await recordAnswers(tx, actor, answersOf(results, items.value), batchId);
  await audit(tx, {
    actor,
    act: 'results-imported',
    subject: { kind: 'payment-batch', id: batchId },
    details: { lines: results.length, applied },
  });
  return accept({ body: { applied } });
}
