import { ApiProperty } from '@nestjs/swagger';
import { MoneyResponse, PageResponse } from '#libs/platform';
import type { OverridesOfClaim } from '../application/override.use-case.ts';
import type { PutSubjects } from '../application/put-subjects.use-case.ts';
import type { ShownSubject, SubjectsOfClaim } from '../application/show-subjects.ts';
import { claimBases, type ClaimBasis } from '../domain/claim-basis.ts';
import { overrideFacts } from '../domain/overridable.ts';
import type { ClaimMaterialRow } from '../persistence/claim-material.query.ts';
import type { OverrideRow } from '../persistence/override.query.ts';

export class MonthsResponse {
  @ApiProperty({ example: '2026-01' }) readonly from: string;
  @ApiProperty({ example: '2026-03' }) readonly to: string;
}

export class SubjectResponse implements ShownSubject {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly ordinal: number;
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly facts: ShownSubject['facts'];
  @ApiProperty({ type: String, nullable: true }) readonly reference: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly maskedIdNumber: string | null;
  @ApiProperty() readonly name: string;
  @ApiProperty({ type: MonthsResponse, nullable: true }) readonly period: MonthsResponse | null;
  @ApiProperty({ type: String, nullable: true, description: '掩码 · masked' }) readonly account: string | null;
}

export class SubjectList {
  @ApiProperty({ type: [SubjectResponse] }) readonly items: readonly ShownSubject[];
  @ApiProperty({ type: [String], description: '每人（单位）须申报的事实 · facts that must be declared of each' })
  readonly needs: SubjectsOfClaim['needs'];
  @ApiProperty({ type: [String], description: '可以申报的事实 · facts that may be declared' }) readonly may: SubjectsOfClaim['may'];
}

export class PutSubjectsResponse implements PutSubjects {
  @ApiProperty({ enum: claimBases }) readonly basis: ClaimBasis;
  @ApiProperty() readonly subjects: number;
}

export class ClaimMaterialResponse implements ClaimMaterialRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly slot: string;
  @ApiProperty() readonly sha256: string;
  @ApiProperty() readonly fileName: string;
  @ApiProperty() readonly mediaType: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly uploadedAt: Date;
}

export class ClaimMaterialList extends PageResponse {
  @ApiProperty({ type: [ClaimMaterialResponse] }) readonly items: readonly ClaimMaterialRow[];
}

export class UploadedResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly sha256: string;
}

export class OverrideResponse implements Omit<OverrideRow, 'valueFen' | 'proposedBy'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly claimId: string;
  @ApiProperty({ format: 'uuid' }) readonly personId: string;
  @ApiProperty({ enum: overrideFacts }) readonly fact: OverrideRow['fact'];
  @ApiProperty({ type: MoneyResponse, nullable: true }) readonly value: MoneyResponse | null;
  @ApiProperty() readonly reason: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly proposedAt: Date;
  @ApiProperty({ enum: ['proposed', 'approved', 'refused'] }) readonly state: OverrideRow['state'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly decidedAt: Date | null;
  @ApiProperty() readonly version: number;
  @ApiProperty({ description: '由您提出：须由另一人决定 · proposed by you: another person decides' }) readonly isMine: boolean;
}

export class OverrideList {
  @ApiProperty({ type: [OverrideResponse] }) readonly items: readonly OverrideResponse[];
  @ApiProperty({ enum: overrideFacts, isArray: true, description: '政策留给两人核定的事项 · what the policy leaves to two officials' })
  readonly allowed: OverridesOfClaim['allowed'];
  @ApiProperty({ description: '申领在申领人处时方可核定 · decided only while the claim lies with its applicant' }) readonly isOpen: boolean;
}
