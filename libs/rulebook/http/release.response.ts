import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse } from '#libs/platform';
import type { ChangedValue, ReleaseChanges } from '../application/release-changes.ts';
import type { ClaimImpact, ReleaseImpact, YearImpact } from '../application/release-impact.ts';
import type { HeldCase, ReleaseRow } from '../persistence/release.query.ts';
import { ListedValueResponse } from './policy.response.ts';
import { CalendarDayResponse } from './rulebook.response.ts';

const TEXT = { type: String, nullable: true } as const;
const DAY = { type: String, format: 'date', nullable: true } as const;

/** A release without its content; who proposed it is for the database to compare, the page learns only whether it was oneself. */
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
  @ApiProperty({ description: '由本人提出，须由另一人发布 · proposed by yourself: another person releases it' }) readonly isMine: boolean;
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

export class HeldCaseResponse implements HeldCase {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
}

export class YearImpactResponse implements YearImpact {
  @ApiProperty() readonly year: number;
  @ApiProperty() readonly workingDays: number;
  @ApiProperty({ description: '放假的周一至周五 · free weekdays' }) readonly freeWeekdays: number;
  @ApiProperty({ description: '上班的周末 · worked weekend days' }) readonly workedWeekends: number;
  @ApiProperty() readonly openTasks: number;
  @ApiProperty() readonly openCases: number;
  @ApiProperty({ description: '在该年或以后截止的公示 · notices that close then' }) readonly notices: number;
  @ApiProperty({ type: [HeldCaseResponse], description: '因该年未公布而暂挂的事项 · cases that wait for it' })
  readonly held: readonly HeldCaseResponse[];
}

export class UndecidedClassResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly name: string;
  @ApiProperty() readonly classType: string;
  @ApiProperty({ format: 'date' }) readonly startsOn: string;
  @ApiProperty({ description: '新政策有这种班级 · the policy has this type of class' }) readonly isOffered: boolean;
}

export class ReleaseImpactResponse implements Omit<ReleaseImpact, 'claims'> {
  @ApiProperty({ type: [UndecidedClassResponse], description: '尚未批准的班级 · classes not approved yet' })
  readonly classes: readonly UndecidedClassResponse[];
  @ApiProperty({ type: [ClaimImpactResponse], description: '已申领的按新政策重算，均不改变 · claims computed anew; none changes' })
  readonly claims: readonly ClaimImpactResponse[];
  @ApiProperty({ type: YearImpactResponse, nullable: true, description: '工作日数、在办事项 · working days, open work' })
  readonly calendar: YearImpactResponse | null;
}

export class ChangedValueResponse implements ChangedValue {
  @ApiProperty() readonly path: string;
  @ApiProperty({ type: ListedValueResponse, nullable: true }) readonly before: ListedValueResponse | null;
  @ApiProperty({ type: ListedValueResponse, nullable: true }) readonly after: ListedValueResponse | null;
}

export class ComparedPolicyResponse {
  @ApiProperty() readonly hash: string;
  @ApiProperty() readonly packId: string;
  @ApiProperty() readonly title: string;
}

export class ReleaseChangesResponse implements ReleaseChanges {
  @ApiProperty({ type: ComparedPolicyResponse, nullable: true, description: '对比的现行政策 · what it is compared with' })
  readonly base: ComparedPolicyResponse | null;
  @ApiProperty({ type: [ChangedValueResponse] }) readonly values: readonly ChangedValueResponse[];
  @ApiProperty({ description: '不变的数值 · values that stay' }) readonly unchanged: number;
  @ApiProperty({ type: [CalendarDayResponse] }) readonly days: readonly CalendarDayResponse[];
}

export class ReleasePreviewResponse {
  @ApiProperty({ type: ReleaseChangesResponse }) readonly changes: ReleaseChangesResponse;
  @ApiProperty({ type: ReleaseImpactResponse }) readonly impact: ReleaseImpactResponse;
}
