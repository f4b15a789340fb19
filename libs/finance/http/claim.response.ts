import { ApiProperty } from '@nestjs/swagger';
import { FindingResponse, MoneyResponse, moneyOf, wordFinding } from '#libs/platform';
import type { Calculation } from '#libs/policy';
import type { ClaimDetail, ShownLine } from '../application/read-claims.ts';
import type { PreparedClaim } from '../application/prepare-claim.ts';
import type { SubmittedClaim } from '../application/submit-claim.use-case.ts';
import { claimBases, type ClaimBasis } from '../domain/claim-basis.ts';
import type { ClaimRow, MarkRow } from '../persistence/claim.query.ts';

const states = ['draft', 'withdrawn', 'under-review', 'returned', 'refused', 'approved'];

export class ClaimResponse implements Omit<ClaimRow, 'amountFen' | 'recoveryFen' | 'orderedFen' | 'paidFen'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ example: 'BT1404272026000001' }) readonly number: string;
  @ApiProperty({ enum: claimBases, description: '依据：班级、订单、人员名单、单位 · what it rests on' }) readonly basis: ClaimBasis;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly classId: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly orderId: string | null;
  @ApiProperty({ enum: ['advance', 'final'], description: 'advance：项目制中期 · an interim stage' }) readonly settlement:
    'advance' | 'final';
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: ['applicant', 'subject'] }) readonly payeeKind: 'applicant' | 'subject';
  @ApiProperty({ type: String, nullable: true }) readonly fund: string | null;
  @ApiProperty({ example: 'order-project-training' }) readonly subsidy: string;
  @ApiProperty({ format: 'uuid' }) readonly institutionId: string;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty() readonly snapshotHash: string;
  @ApiProperty({ enum: ['draft', 'submitted', 'withdrawn'] }) readonly status: ClaimRow['status'];
  @ApiProperty({ enum: states }) readonly state: string;
  @ApiProperty({ type: Number, nullable: true }) readonly submittedVersion: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly packageVersion: number | null;
  @ApiProperty({ type: String, nullable: true }) readonly packageSha256: string | null;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
  @ApiProperty({ type: MoneyResponse, description: '前期多付、应追回 · paid by earlier stages beyond what is due' })
  readonly recovery: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly ordered: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly paid: MoneyResponse;
  @ApiProperty() readonly version: number;
}

export class ClaimPage {
  @ApiProperty({ type: [ClaimResponse] }) readonly items: readonly ClaimResponse[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class ClaimLineResponse implements Omit<ShownLine, 'amountFen' | 'recoveryFen'> {
  @ApiProperty({ format: 'uuid' }) readonly lineId: string;
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: String, nullable: true }) readonly maskedIdNumber: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, description: '算式与条款 · arithmetic and clause of each step' })
  readonly explanation: object;
  @ApiProperty({ enum: ['included', 'excluded'] }) readonly state: string;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly recovery: MoneyResponse;
}

export class ClaimMarkResponse implements MarkRow {
  @ApiProperty({ type: String, nullable: true }) readonly pointer: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly row: number | null;
  @ApiProperty({ type: Number, nullable: true }) readonly page: number | null;
  @ApiProperty({ type: String, nullable: true }) readonly clause: string | null;
  @ApiProperty() readonly text: string;
  @ApiProperty({ type: String, nullable: true }) readonly suggested: string | null;
}

export class ClaimDetailResponse extends ClaimResponse {
  @ApiProperty({ type: MoneyResponse, description: '计入各行合计；未封存前为拟封存数 · what all included lines come to' })
  readonly linesTotal: MoneyResponse;
  @ApiProperty({ type: [ClaimLineResponse] }) readonly lines: readonly ClaimLineResponse[];
  @ApiProperty({ type: [ClaimMarkResponse], description: '补正意见 · what to correct' }) readonly marks: readonly MarkRow[];
}

export class PreviewLineResponse {
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly explanation: object;
}

export class HintResponse {
  @ApiProperty({ example: 'EMPLOYMENT_RATE_BELOW' }) readonly code: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly params: Readonly<Record<string, string | number>>;
  @ApiProperty({ type: MoneyResponse, description: '可多得 · how much more would be paid' }) readonly difference: MoneyResponse;
}

export class HoldResponse {
  @ApiProperty({ description: '政策缺失的数值 · value nobody states' }) readonly name: string;
  @ApiProperty() readonly reason: string;
}

export class PreviewResponse {
  @ApiProperty({ enum: claimBases }) readonly basis: ClaimBasis;
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: ['advance', 'final'] }) readonly settlement: 'advance' | 'final';
  @ApiProperty({ type: MoneyResponse }) readonly total: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly recovery: MoneyResponse;
  @ApiProperty() readonly trained: number;
  @ApiProperty() readonly employed: number;
  @ApiProperty({ description: '就业率达标，全员计发 · everyone trained is paid' }) readonly isFullPay: boolean;
  @ApiProperty({ type: [PreviewLineResponse] }) readonly lines: readonly PreviewLineResponse[];
  @ApiProperty({ type: [HintResponse] }) readonly hints: readonly HintResponse[];
  @ApiProperty({ type: [HoldResponse] }) readonly held: Calculation['held'];
  @ApiProperty({ type: [FindingResponse], description: '此刻提交还缺什么 · what would keep it from being submitted now' })
  readonly findings: readonly FindingResponse[];
}

export class DraftedResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
}

export class SubmittedResponse implements SubmittedClaim {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly submittedVersion: number;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
}

export class ClaimReference {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
}

export class DifferenceResponse {
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty({ type: MoneyResponse }) readonly recomputed: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly sealed: MoneyResponse;
  @ApiProperty({ type: MoneyResponse }) readonly difference: MoneyResponse;
  @ApiProperty({ type: MoneyResponse, description: '应追回金额之差 · of what is to be recovered' })
  readonly recoveryDifference: MoneyResponse;
}

export class RecomputationResponse {
  @ApiProperty({ description: '一致 · no difference' }) readonly agrees: boolean;
  @ApiProperty() readonly persons: number;
  @ApiProperty({ type: MoneyResponse }) readonly total: MoneyResponse;
  @ApiProperty({ type: [DifferenceResponse] }) readonly differences: readonly DifferenceResponse[];
}

export function claimView({ amountFen, recoveryFen, orderedFen, paidFen, ...row }: ClaimRow): ClaimResponse {
  return { ...row, amount: moneyOf(amountFen), recovery: moneyOf(recoveryFen), ordered: moneyOf(orderedFen), paid: moneyOf(paidFen) };
}

export function claimDetailView({ claim, lines, marks }: ClaimDetail): ClaimDetailResponse {
  const total = lines.reduce((sum, { amountFen, state }) => (state === 'included' ? sum + amountFen : sum), 0n);
  return {
    ...claimView(claim),
    linesTotal: moneyOf(total),
    lines: lines.map(({ amountFen, recoveryFen, ...line }) => ({ ...line, amount: moneyOf(amountFen), recovery: moneyOf(recoveryFen) })),
    marks,
  };
}

export function previewView({ target, calculation, lines, findings }: PreparedClaim): PreviewResponse {
  const { basis, title, settlement } = target;
  const { amountFen, recoveryFen, trained, employed, isFullPay, hints, held } = calculation;
  return {
    ...{ basis, title, settlement, total: moneyOf(amountFen), recovery: moneyOf(recoveryFen) },
    ...{ trained, employed, isFullPay, held, findings: findings.map(wordFinding) },
    lines: lines.map(({ personId, amountFen: fen, explanation }) => ({ personId, amount: moneyOf(fen), explanation })),
    hints: hints.map(({ differenceFen, ...hint }) => ({ ...hint, difference: moneyOf(differenceFen) })),
  };
}
