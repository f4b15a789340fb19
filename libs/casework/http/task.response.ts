import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MoneyResponse } from '#libs/platform';
import type { Assigned } from '../application/assign-task.use-case.ts';
import type { DecisionAnswer } from '../application/decide-task.use-case.ts';
import type { WhatsNext } from '../application/decide/whats-next.ts';
import type { InboxItem } from '../application/list-tasks.use-case.ts';
import type { CorrectionMark } from '../domain/decision.ts';
import { stageWords } from '../domain/words.ts';
import type { TitledMaterial } from '../application/materials-of-task.ts';
import { TurnResponse, WordsResponse } from './words.response.ts';

const stages = Object.keys(stageWords);
const kinds = ['decide', 'sign', 'correct', 'assess', 'investigate', 'alarm'] as const;

export class MarkResponse implements CorrectionMark {
  @ApiPropertyOptional({ example: '/timetable/3/hours' }) readonly pointer?: string;
  @ApiPropertyOptional() readonly row?: number;
  @ApiPropertyOptional() readonly page?: number;
  @ApiPropertyOptional() readonly clause?: string;
  @ApiProperty() readonly text: string;
  @ApiPropertyOptional() readonly suggested?: string;
}

export class InboxItemResponse implements InboxItem {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId: string;
  @ApiProperty({ enum: ['class', 'claim'] }) readonly caseKind: 'class' | 'claim';
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ type: String, nullable: true }) readonly institutionName: string | null;
  @ApiProperty({ example: '140427' }) readonly region: string;
  @ApiProperty({ enum: stages }) readonly stage: string;
  @ApiProperty({ enum: kinds }) readonly kind: string;
  @ApiProperty() readonly role: string;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
  @ApiProperty({ description: '剩余工作日，负数为已超期 · negative when the day has passed' }) readonly workingDaysLeft: number;
  @ApiProperty({ type: String, nullable: true, description: '经办人 · who has taken it' }) readonly assigneeName: string | null;
  @ApiProperty() readonly isEscalated: boolean;
  @ApiProperty({ type: MoneyResponse, nullable: true }) readonly amount: MoneyResponse | null;
  @ApiProperty({ description: '已退回补正次数 · how often it was returned' }) readonly returns: number;
  @ApiProperty({ format: 'date-time' }) readonly openedAt: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true }) readonly closedAt: string | null;
  @ApiProperty() readonly assignedToMe: boolean;
  @ApiProperty() readonly isAssigned: boolean;
  @ApiProperty() readonly version: number;
}

export class InboxPage {
  @ApiProperty({ type: [InboxItemResponse] }) readonly items: readonly InboxItem[];
  @ApiProperty({ type: String, nullable: true }) readonly nextCursor: string | null;
}

export class AssignedResponse implements Assigned {
  @ApiProperty({ format: 'uuid' }) readonly taskId: string;
  @ApiProperty() readonly assignedToMe: boolean;
  @ApiProperty() readonly isAssigned: boolean;
}

export class WhatsNextResponse implements WhatsNext {
  @ApiProperty({ enum: stages }) readonly stage: WhatsNext['stage'];
  @ApiProperty({ type: TurnResponse, nullable: true, description: '空：正在转交 · null while it is handed over' })
  readonly turn: TurnResponse | null;
  @ApiProperty({ type: WordsResponse }) readonly sentence: WordsResponse;
}

export class DecisionResponse implements DecisionAnswer {
  @ApiProperty({ format: 'uuid' }) readonly decisionId: string;
  @ApiProperty({ format: 'uuid' }) readonly taskId: string;
  @ApiProperty({ format: 'uuid' }) readonly caseId: string;
  @ApiProperty({ enum: stages }) readonly stage: string;
  @ApiProperty({ example: 'approve' }) readonly action: string;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ type: String, nullable: true, description: '环节结果；空：环节未结束 · outcome of the stage, null while it goes on' })
  readonly outcome: string | null;
  @ApiProperty({ description: '剔除人数 · persons left out' }) readonly excluded: number;
  @ApiProperty({ type: WhatsNextResponse }) readonly next: WhatsNextResponse;
}

export class PackageShownResponse {
  @ApiProperty() readonly version: number;
  @ApiProperty({ description: '签字所核对材料包 · the hash that is signed' }) readonly sha256: string;
  @ApiProperty() readonly lines: number;
  @ApiProperty({ type: MoneyResponse }) readonly amount: MoneyResponse;
}

export class SignatureResponse {
  @ApiProperty() readonly version: number;
  @ApiProperty() readonly sha256: string;
  @ApiProperty({ enum: ['handler', 'finance'] }) readonly kind: string;
  @ApiProperty({ type: String, nullable: true }) readonly personName: string | null;
  @ApiProperty({ format: 'date-time' }) readonly at: string;
  @ApiProperty({ description: '是否本人所签 · whether it is yours' }) readonly isMine: boolean;
}

export class TaskMaterialResponse implements TitledMaterial {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty() readonly slot: string;
  @ApiProperty({ description: '政策所用名称 · as the policy calls it' }) readonly title: string;
  @ApiProperty() readonly titleEn: string;
  @ApiProperty() readonly fileSha256: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true }) readonly subjectId: string | null;
  @ApiProperty() readonly fileName: string;
  @ApiProperty() readonly mediaType: string;
  @ApiProperty({ description: '原件地址 · where the file itself is read' }) readonly address: string;
  @ApiProperty({ description: '已查看 · I have looked at this very file' }) readonly isViewed: boolean;
}
