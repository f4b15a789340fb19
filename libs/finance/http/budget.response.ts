import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse, moneyOf, PageResponse } from '#libs/platform';
import type { BudgetRow, EntryRow } from '../persistence/ledger.query.ts';

export class BudgetLineResponse implements Omit<BudgetRow, 'totalFen' | 'reservedFen' | 'spentFen'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: '职业技能提升专账资金' }) readonly fund: string;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty({ example: 2026 }) readonly year: number;
  @ApiProperty() readonly version: number;
  @ApiProperty({ type: MoneyResponse }) readonly total: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly reserved: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly spent: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly free: MoneyResponse;
}

export class BudgetLineList extends PageResponse {
  @ApiProperty({ type: [BudgetLineResponse] }) readonly items: readonly BudgetLineResponse[];
}

export class PostingResponse {
  @ApiProperty({ example: 'budget:available' }) readonly account: string;
  @ApiProperty({ type: MoneyResponse, description: '正为借、负为贷；一笔合计为零 · the postings of an entry sum to zero' })
  readonly amount: MoneyResponse;
}

export class EntryResponse implements Omit<EntryRow, 'postings'> {
  @ApiProperty({ example: '17' }) readonly id: string;
  @ApiProperty() readonly businessKey: string;
  @ApiProperty() readonly what: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly at: Date;
  @ApiProperty({ type: [PostingResponse] }) readonly postings: readonly PostingResponse[];
}

export class LedgerResponse extends PageResponse {
  @ApiProperty({ type: [EntryResponse] }) readonly items: readonly EntryResponse[];
}

export function budgetView({ totalFen, reservedFen, spentFen, ...row }: BudgetRow): BudgetLineResponse {
  return {
    ...row,
    total: moneyOf(totalFen),
    reserved: moneyOf(reservedFen),
    spent: moneyOf(spentFen),
    free: moneyOf(totalFen - reservedFen - spentFen),
  };
}

export function entryView({ postings, ...entry }: EntryRow): EntryResponse {
  return { ...entry, postings: postings.map(({ account, amountFen }) => ({ account, amount: moneyOf(amountFen) })) };
}
