import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, Max, Min } from 'class-validator';
import { MoneyResponse, moneyOf } from '#libs/platform';
import type { ClaimMaterialChange, ShownClaimChanges, ShownLineChange } from '../application/show-claim-changes.ts';
import type { FactChange } from '../domain/compare-submissions.ts';

/** More submissions than any claim ever has. */
const MOST_VERSIONS = 10_000;

export class ClaimChangesQuery {
  @ApiProperty({ description: '较早的一次提交 · the earlier submission', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  readonly from: number;

  @ApiProperty({ description: '较晚的一次 · the later one', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  readonly to: number;
}

export class FactChangeResponse implements FactChange {
  @ApiProperty({ example: 'payableDays' }) readonly name: string;
  @ApiProperty({ type: String, nullable: true }) readonly before: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly after: string | null;
}

export class LineChangeResponse implements Omit<ShownLineChange, 'beforeFen' | 'afterFen'> {
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: String, nullable: true }) readonly maskedIdNumber: string | null;
  @ApiProperty({ enum: ['added', 'removed', 'changed'] }) readonly change: ShownLineChange['change'];
  @ApiProperty({ type: MoneyResponse, nullable: true }) readonly before: MoneyResponse | null;
  @ApiProperty({ type: MoneyResponse, nullable: true }) readonly after: MoneyResponse | null;
  @ApiProperty({ type: [FactChangeResponse] }) readonly facts: readonly FactChange[];
}

export class ClaimMaterialChangeResponse implements ClaimMaterialChange {
  @ApiProperty() readonly slot: string;
  @ApiProperty({ description: '政策所用名称 · as the policy calls it' }) readonly title: string;
  @ApiProperty() readonly titleEn: string;
  @ApiProperty() readonly fileName: string;
  @ApiProperty({ enum: ['added', 'removed'] }) readonly change: ClaimMaterialChange['change'];
}

export class ClaimChangesResponse {
  @ApiProperty() readonly from: number;
  @ApiProperty() readonly to: number;
  @ApiProperty({ type: MoneyResponse }) readonly before: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly after: MoneyResponse;
  @ApiProperty({ type: [LineChangeResponse] }) readonly lines: readonly LineChangeResponse[];
  @ApiProperty({ type: [ClaimMaterialChangeResponse] }) readonly materials: readonly ClaimMaterialChange[];
}

export function claimChangesView({ from, to, beforeFen, afterFen, lines, materials }: ShownClaimChanges): ClaimChangesResponse {
  const money = (fen: bigint | null): MoneyResponse | null => (fen === null ? null : moneyOf(fen));
  return {
    ...{ from, to, before: moneyOf(beforeFen), after: moneyOf(afterFen), materials },
    lines: lines.map(({ beforeFen: was, afterFen: is, ...line }) => ({ ...line, before: money(was), after: money(is) })),
  };
}
