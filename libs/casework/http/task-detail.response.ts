import { ApiProperty } from '@nestjs/swagger';
import type { TaskDetail } from '../application/show-task.use-case.ts';
import { stageWords } from '../domain/words.ts';
import { DecisionLineResponse } from './case.response.ts';
import { MarkResponse, PackageShownResponse, SignatureResponse, TaskMaterialResponse } from './task.response.ts';

export class NamedOfficeResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ type: String, nullable: true }) readonly name: string | null;
}

export class TaskCaseResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['class', 'claim'] }) readonly kind: 'class' | 'claim';
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly classId: string | null;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly region: string;
  @ApiProperty({ type: NamedOfficeResponse }) readonly institution: NamedOfficeResponse;
  @ApiProperty({ type: String, nullable: true, description: '适用政策快照 · policy that applies' }) readonly snapshotHash: string | null;
}

export class WhyNotResponse {
  @ApiProperty({ example: 'SIGNER_IS_CONTRIBUTOR' }) readonly code: string;
  @ApiProperty() readonly message: string;
  @ApiProperty() readonly messageEn: string;
}

export class InvestigatedObjectionResponse {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly receiptNumber: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '空：针对整笔申领 · null: the whole claim' })
  readonly personId: string | null;
  @ApiProperty({ type: Number, nullable: true }) readonly lineNumber: number | null;
  @ApiProperty({ format: 'uuid' }) readonly noticeId: string;
  @ApiProperty() readonly isLate: boolean;
  @ApiProperty({ format: 'date-time' }) readonly filedAt: string;
  @ApiProperty({ enum: ['open', 'upheld', 'dismissed', 'withdrawn'] }) readonly state: string;
  @ApiProperty() readonly facts: string;
  @ApiProperty({ type: String, nullable: true }) readonly contact: string | null;
}

export class TaskDetailResponse implements TaskDetail {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ enum: ['decide', 'sign', 'correct', 'assess', 'investigate', 'alarm'] }) readonly kind: TaskDetail['kind'];
  @ApiProperty({ enum: Object.keys(stageWords) }) readonly stage: TaskDetail['stage'];
  @ApiProperty() readonly step: number;
  @ApiProperty() readonly role: string;
  @ApiProperty({ type: String, nullable: true }) readonly reason: string | null;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
  @ApiProperty() readonly isAccepted: boolean;
  @ApiProperty() readonly isEscalated: boolean;
  @ApiProperty() readonly version: number;
  @ApiProperty({ type: NamedOfficeResponse, nullable: true }) readonly office: NamedOfficeResponse | null;
  @ApiProperty({ type: Number, nullable: true }) readonly round: number | null;
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly closedAt: string | null;
  @ApiProperty({ type: String, nullable: true }) readonly closedBecause: string | null;
  @ApiProperty() readonly assignedToMe: boolean;
  @ApiProperty() readonly isAssigned: boolean;
  @ApiProperty({ type: String, nullable: true, description: '经办人 · who has taken it' }) readonly assigneeName: string | null;
  @ApiProperty({ description: '剩余工作日，负数为已超期 · negative when the day has passed' }) readonly workingDaysLeft: number;
  @ApiProperty() readonly isSuspended: boolean;
  @ApiProperty({ type: TaskCaseResponse }) readonly case: TaskCaseResponse;
  @ApiProperty({ type: [String], description: '可用操作 · what you may do' }) readonly actions: readonly string[];
  @ApiProperty({ type: WhyNotResponse, nullable: true, description: '不能办理的原因 · why you may not' })
  readonly whyNot: WhyNotResponse | null;
  @ApiProperty({ type: PackageShownResponse, nullable: true }) readonly package: PackageShownResponse | null;
  @ApiProperty({ type: [SignatureResponse] }) readonly signatures: SignatureResponse[];
  @ApiProperty({ type: Number, nullable: true }) readonly signersRequired: number | null;
  @ApiProperty({ type: [TaskMaterialResponse] }) readonly materials: readonly TaskMaterialResponse[];
  @ApiProperty({ type: [MarkResponse], description: '上次退回的意见 · points of the last return' }) readonly marks: readonly MarkResponse[];
  @ApiProperty({ type: [DecisionLineResponse] }) readonly decisions: TaskDetail['decisions'];
  @ApiProperty({ type: InvestigatedObjectionResponse, nullable: true }) readonly objection: InvestigatedObjectionResponse | null;
}
