import type { Calculation, Refusal } from '#libs/policy';
import type { ClaimDetail, ShownLine } from '../application/read-claims.ts';
import type { PreparedClaim } from '../application/preview-claim.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import type { BudgetRow } from '../persistence/ledger.query.ts';
import { moneyOf, type MoneyResponse } from './money.ts';

export interface ClaimView extends Omit<ClaimRow, 'amountFen' | 'orderedFen' | 'paidFen'> {
  readonly amount: MoneyResponse;
  readonly ordered: MoneyResponse;
  readonly paid: MoneyResponse;
}

export interface ClaimDetailView extends ClaimView {
  /** What all included lines come to; before sealing, what would be sealed. */
  readonly linesTotal: MoneyResponse;
  readonly lines: readonly (Omit<ShownLine, 'amountFen'> & { readonly amount: MoneyResponse })[];
  readonly marks: readonly object[];
}

export function claimView({ amountFen, orderedFen, paidFen, ...row }: ClaimRow): ClaimView {
  return { ...row, amount: moneyOf(amountFen), ordered: moneyOf(orderedFen), paid: moneyOf(paidFen) };
}

export function claimDetailView({ claim, lines, marks }: ClaimDetail): ClaimDetailView {
  const total = lines.reduce((sum, { amountFen, state }) => (state === 'included' ? sum + amountFen : sum), 0n);
  return {
    ...claimView(claim),
    linesTotal: moneyOf(total),
    lines: lines.map(({ amountFen, ...line }) => ({ ...line, amount: moneyOf(amountFen) })),
    marks,
  };
}

export interface PreviewView {
  readonly total: MoneyResponse;
  readonly trained: number;
  readonly employed: number;
  readonly isFullPay: boolean;
  readonly lines: readonly { readonly personId: string; readonly amount: MoneyResponse; readonly explanation: object }[];
  readonly hints: readonly (Omit<Calculation['hints'][number], 'differenceFen'> & { readonly difference: MoneyResponse })[];
  readonly held: Calculation['held'];
  /** What would keep it from being submitted now. */
  readonly findings: readonly Refusal[];
}

export function previewView({ calculation, lines, findings }: PreparedClaim): PreviewView {
  const { amountFen, trained, employed, isFullPay, hints, held } = calculation;
  return {
    ...{ total: moneyOf(amountFen), trained, employed, isFullPay, held, findings },
    lines: lines.map(({ personId, amountFen: fen, explanation }) => ({ personId, amount: moneyOf(fen), explanation })),
    hints: hints.map(({ differenceFen, ...hint }) => ({ ...hint, difference: moneyOf(differenceFen) })),
  };
}

export interface BudgetView extends Omit<BudgetRow, 'totalFen' | 'reservedFen' | 'spentFen'> {
  readonly total: MoneyResponse;
  readonly reserved: MoneyResponse;
  readonly spent: MoneyResponse;
  readonly free: MoneyResponse;
}

export function budgetView({ totalFen, reservedFen, spentFen, ...row }: BudgetRow): BudgetView {
  return {
    ...row,
    total: moneyOf(totalFen),
    reserved: moneyOf(reservedFen),
    spent: moneyOf(spentFen),
    free: moneyOf(totalFen - reservedFen - spentFen),
  };
}
