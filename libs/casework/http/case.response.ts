import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyResponse, PageResponse } from '#libs/platform';
import type { CaseTimeline, CaseTracking } from '../application/show-case.ts';
import type { ObjectionReceipt } from '../application/file-objection.use-case.ts';
import type { AuditRow, BesideRow, CaseRow, ObjectionOfCase } from '../persistence/case.query.ts';
import { stageWords } from '../domain/words.ts';
import { MarkResponse } from './task.response.ts';
import { TurnResponse, WordsResponse } from './words.response.ts';

const stages = Object.keys(stageWords);

export class CaseResponse implements CaseRow {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['class', 'claim'] }) readonly kind: 'class' | 'claim';
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly classId: string | null;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty({ format: 'uuid' }) readonly institutionId: string;
  @ApiProperty({ enum: ['open', 'closed'] }) readonly status: 'open' | 'closed';
}

/** The four questions: where, whose turn, until when, what to do. */
export class CaseTrackingResponse extends CaseResponse implements CaseTracking {
  @ApiProperty({ enum: stages }) readonly stage: CaseTracking['stage'];
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly since: string | null;
  @ApiProperty({ description: '期限暂停 · the clock stands still' }) readonly isSuspended: boolean;
  @ApiProperty({ description: '正在转交下一环节 · being handed over' }) readonly isHandedOver: boolean;
  @ApiProperty({ type: TurnResponse, nullable: true }) readonly turn: TurnResponse | null;
  @ApiProperty({ type: WordsResponse }) readonly sentence: WordsResponse;
}

export class StageResponse {
  @ApiProperty({ enum: stages }) readonly stage: string;
  @ApiProperty() readonly round: number;
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ type: String, format: 'date', nullable: true }) readonly dueOn: string | null;
  @ApiProperty() readonly isSuspended: boolean;
  @ApiProperty({ type: String, nullable: true, example: 'approved' }) readonly outcome: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly outcomeAt: string | null;
}

export class DecisionLineResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: stages }) readonly stage: string;
  @ApiProperty() readonly step: number;
  @ApiProperty({ example: 'approve' }) readonly action: string;
  @ApiProperty({ type: String, nullable: true }) readonly reasonCode: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly comment: string | null;
  @ApiProperty() readonly role: string;
  @ApiProperty({ type: String, nullable: true }) readonly officeName: string | null;
  @ApiPropertyOptional({ type: String, nullable: true, description: '仅供本系统办理单位查看 · for authorities alone' })
  readonly personName?: string | null;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: [MarkResponse] }) readonly marks: readonly MarkResponse[];
}

export class NoticeLineageResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly version: number;
  @ApiProperty({ format: 'date' }) readonly publishedOn: string;
  @ApiProperty({ format: 'date' }) readonly closesOn: string;
  @ApiProperty() readonly lineCount: number;
  @ApiProperty({ type: MoneyResponse }) readonly total: MoneyResponse;
}

export class ObjectionLineResponse implements ObjectionOfCase {
  @ApiProperty() readonly receiptNumber: string;
  @ApiProperty() readonly isWholeClaim: boolean;
  @ApiProperty({ enum: ['open', 'upheld', 'dismissed', 'withdrawn'] }) readonly state: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly filedAt: Date;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly endedAt: Date | null;
}

export class BesideResponse implements BesideRow {
  @ApiProperty({ enum: ['alarm', 'investigate'] }) readonly kind: string;
  @ApiProperty({ type: String, nullable: true }) readonly reason: string | null;
  @ApiProperty() readonly role: string;
  @ApiProperty({ type: String, nullable: true }) readonly officeName: string | null;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
}

export class TimelineResponse implements CaseTimeline {
  @ApiProperty({ type: CaseResponse }) readonly case: CaseResponse;
  @ApiProperty({ type: [StageResponse] }) readonly stages: StageResponse[];
  @ApiProperty({ type: [DecisionLineResponse] }) readonly decisions: DecisionLineResponse[];
  @ApiProperty({ type: [NoticeLineageResponse] }) readonly notices: NoticeLineageResponse[];
  @ApiProperty({ type: [ObjectionLineResponse] }) readonly objections: ObjectionLineResponse[];
  @ApiProperty({ type: [BesideResponse] }) readonly besides: BesideResponse[];
}

export class AuditEntryResponse implements AuditRow {
  @ApiProperty() readonly stream: number;
  @ApiProperty({ example: '42' }) readonly seq: string;
  @ApiProperty({ type: String, format: 'date-time' }) readonly at: Date;
  @ApiProperty({ example: 'review-approve' }) readonly act: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly accountId: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly officeId: string | null;
  @ApiProperty() readonly subjectKind: string;
  @ApiProperty() readonly subjectId: string;
  @ApiProperty({ type: 'object', additionalProperties: true }) readonly details: object;
}

export class AuditPage extends PageResponse {
  @ApiProperty({ type: [AuditEntryResponse] }) readonly items: readonly AuditRow[];
}

export class ObjectionReceiptResponse implements ObjectionReceipt {
  @ApiProperty({ description: '回执编号 · receipt number' }) readonly receiptNumber: string;
  @ApiProperty({ description: '查询口令，只显示一次 · shown once; follows or withdraws the objection' }) readonly secret: string;
  @ApiProperty({ format: 'date', description: '答复期限 · answered by' }) readonly dueOn: string;
  @ApiProperty() readonly isLate: boolean;
}
