import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '#libs/platform';
import type { ClaimImpact, ReleaseImpact } from '../application/release-impact.ts';
import type { ReleaseRow } from '../persistence/release.query.ts';

const TEXT = { type: String, nullable: true } as const;
const DAY = { type: String, format: 'date', nullable: true } as const;

/** A release without its content; who proposed it is for the database to compare, not for the page. */
export class ReleaseResponse implements Omit<ReleaseRow, 'proposedBy'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['policy', 'calendar'] }) readonly kind: ReleaseRow['kind'];
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty(TEXT) readonly packId: string | null;
  @ApiProperty(TEXT) readonly hash: string | null;
  @ApiProperty(DAY) readonly effectiveFrom: string | null;
  @ApiProperty(DAY) readonly effectiveTo: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly year: number | null;
  @ApiProperty() readonly reason: string;
  @ApiProperty({ enum: ['proposed', 'released', 'refused'] }) readonly state: ReleaseRow['state'];
  @ApiProperty({ format: 'date-time' }) readonly proposedAt: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly decidedAt: Date | null;
  @ApiProperty() readonly version: number;
}

export class ReleasePage {
  @ApiProperty({ type: [ReleaseResponse] }) readonly items: readonly ReleaseResponse[];
  @ApiProperty(TEXT) readonly nextCursor: string | null;
}

export class ClaimImpactResponse implements Omit<ClaimImpact, 'amountFen' | 'wouldBeFen'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly subsidy: string;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
  @ApiProperty({ type: MoneyResponse, nullable: true, description: '空：新政策没有这项补贴 · null: the policy has no such subsidy' })
  readonly wouldBe: MoneyResponse | null;
  @ApiProperty({ type: [String], description: '缺失的规定 · what nobody states' }) readonly held: readonly string[];
}

export class ReleaseImpactResponse implements Omit<ReleaseImpact, 'claims'> {
  @ApiProperty({
    type: 'array',
    items: { type: 'object', additionalProperties: true },
    description: '尚未批准的班级 · classes not approved yet',
  })
  readonly classes: ReleaseImpact['classes'];
  @ApiProperty({ type: [ClaimImpactResponse], description: '已申领的按新政策重算，均不改变 · claims computed anew; none changes' })
  readonly claims: readonly ClaimImpactResponse[];
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true, description: '工作日数、在办事项 · working days, open work' })
  readonly calendar: ReleaseImpact['calendar'];
}
