import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyResponse, moneyOf } from '#libs/platform';
import type { MatchedResult } from '../domain/match-results.ts';
import type { BatchRow } from '../persistence/batch.query.ts';
import type { OrderRow } from '../persistence/payment.query.ts';

export const orderStates = ['reserved', 'submitted', 'settled', 'rejected', 'unknown', 'returned', 'stopped'];
const batchStates = ['draft', 'released', 'submitted', 'closed', 'discarded'];
const matches = ['apply', 'repeated', 'unknown-key', 'amount-differs', 'step-forbidden'] as const;

export class OrderResponse implements Omit<OrderRow, 'amountFen'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ description: '支付编号，即银行端到端编号 · end-to-end id at the bank' }) readonly key: string;
  @ApiProperty({ format: 'uuid' }) readonly claimId: string;
  @ApiProperty() readonly claimNumber: string;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty({ format: 'uuid' }) readonly institutionId: string;
  @ApiProperty({ format: 'uuid', description: '收款人：申领单位，或人员、单位本身 · the applicant, or the person or unit itself' })
  readonly payeeId: string;
  @ApiProperty() readonly payeeName: string;
  @ApiProperty({ description: '收款账户是否已登记；未登记的不能进入批次 · without an account on record no batch takes it' })
  readonly hasAccount: boolean;
  @ApiProperty() readonly tranche: number;
  @ApiProperty({ description: '第几次支付 · grows with each reissue' }) readonly generation: number;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
  @ApiProperty({ enum: orderStates }) readonly state: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly batchId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly reason: string | null;
  @ApiProperty() readonly persons: number;
  @ApiProperty() readonly version: number;
}

export class OrderPage {
  @ApiProperty({ type: [OrderResponse] }) readonly items: readonly OrderResponse[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class ReissuedResponse {
  @ApiProperty({ description: '新支付编号 · key of the new order' }) readonly key: string;
}

/** Who built it is for the database to compare, not for the page. */
export class BatchResponse implements Omit<BatchRow, 'totalFen' | 'builtBy'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty({ enum: batchStates }) readonly state: BatchRow['state'];
  @ApiProperty() readonly orderCount: number;
  @ApiProperty({ type: MoneyResponse }) readonly total: MoneyResponse;
  @ApiProperty({ description: '放行时核对 · compared on release' }) readonly contentSha256: string;
  @ApiProperty({ type: String, nullable: true }) readonly fileSha256: string | null;
  @ApiProperty({ type: String, format: 'date-time' }) readonly builtAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly releasedAt: Date | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly submittedAt: Date | null;
  @ApiProperty() readonly version: number;
  @ApiPropertyOptional({ type: [OrderResponse] }) readonly orders?: readonly OrderResponse[];
}

export class BatchPage {
  @ApiProperty({ type: [BatchResponse] }) readonly items: readonly BatchResponse[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class MatchedResultResponse implements MatchedResult {
  @ApiProperty({ description: '从 1 起 · from 1' }) readonly line: number;
  @ApiProperty() readonly key: string;
  @ApiProperty({ enum: ['settled', 'rejected', 'returned'] }) readonly outcome: string;
  @ApiProperty({ enum: matches }) readonly match: MatchedResult['match'];
}

export class MatchedResultList {
  @ApiProperty({ type: [MatchedResultResponse] }) readonly items: readonly MatchedResult[];
}

export class AppliedResponse {
  @ApiProperty({ description: '已入账笔数 · answers applied' }) readonly applied: number;
}

export function orderView({ amountFen, ...row }: OrderRow): OrderResponse {
  return { ...row, amount: moneyOf(amountFen) };
}

export function batchView({ totalFen, builtBy: _builtBy, ...row }: BatchRow, orders?: readonly OrderRow[]): BatchResponse {
  return { ...row, total: moneyOf(totalFen), ...(orders === undefined ? {} : { orders: orders.map(orderView) }) };
}
