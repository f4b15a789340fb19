import { moneyOf, type MoneyResponse } from '#libs/platform';
import type { Calculation, Refusal } from '#libs/policy';
import type { ClaimDetail, ShownLine } from '../application/read-claims.ts';
import type { PreparedClaim } from '../application/prepare-claim.ts';
import type { ClaimBasis } from '../domain/claim-basis.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import type { BudgetRow } from '../persistence/ledger.query.ts';

export interface ClaimView extends Omit<ClaimRow, 'amountFen' | 'recoveryFen' | 'orderedFen' | 'paidFen'> {
  readonly amount: MoneyResponse;
  /** Paid by earlier stages beyond what is due: to be recovered. */
  readonly recovery: MoneyResponse;
  readonly ordered: MoneyResponse;
  readonly paid: MoneyResponse;
}

export interface ClaimDetailView extends ClaimView {
  /** What all included lines come to; before sealing, what would be sealed. */
  readonly linesTotal: MoneyResponse;
  readonly lines: readonly (Omit<ShownLine, 'amountFen' | 'recoveryFen'> & {
    readonly amount: MoneyResponse;
    readonly recovery: MoneyResponse;
  })[];
  readonly marks: readonly object[];
}

export function claimView({ amountFen, recoveryFen, orderedFen, paidFen, ...row }: ClaimRow): ClaimView {
  return { ...row, amount: moneyOf(amountFen), recovery: moneyOf(recoveryFen), ordered: moneyOf(orderedFen), paid: moneyOf(paidFen) };
}

export function claimDetailView({ claim, lines, marks }: ClaimDetail): ClaimDetailView {
  const total = lines.reduce((sum, { amountFen, state }) => (state === 'included' ? sum + amountFen : sum), 0n);
  return {
    ...claimView(claim),
    linesTotal: moneyOf(total),
    lines: lines.map(({ amountFen, recoveryFen, ...line }) => ({ ...line, amount: moneyOf(amountFen), recovery: moneyOf(recoveryFen) })),
    marks,
  };
}

export interface PreviewView {
  readonly basis: ClaimBasis;
  readonly title: string;
  readonly settlement: 'advance' | 'final';
  readonly total: MoneyResponse;
  readonly recovery: MoneyResponse;
  readonly trained: number;
  readonly employed: number;
  readonly isFullPay: boolean;
  readonly lines: readonly { readonly personId: string; readonly amount: MoneyResponse; readonly explanation: object }[];
  readonly hints: readonly (Omit<Calculation['hints'][number], 'differenceFen'> & { readonly difference: MoneyResponse })[];
  readonly held: Calculation['held'];
  /** What would keep it from being submitted now. */
  readonly findings: readonly Refusal[];
}

export function previewView({ target, calculation, lines, findings }: PreparedClaim): PreviewView {
  const { basis, title, settlement } = target;
  const { amountFen, recoveryFen, trained, employed, isFullPay, hints, held } = calculation;
  return {
    ...{ basis, title, settlement, total: moneyOf(amountFen), recovery: moneyOf(recoveryFen) },
    ...{ trained, employed, isFullPay, held, findings },
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
