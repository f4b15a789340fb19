import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, IsUUID, Length } from 'class-validator';
import type { Reassigned, Repaired, Stuck, StuckRoad } from '../application/operations.ts';
import type { AlarmedCase, LateMessage, LateWork } from '../persistence/operations.query.ts';

export const ROADS = ['class', 'claim', 'objection'] as const;
export type RepairableRoad = (typeof ROADS)[number];

const uuid = { format: 'uuid' } as const;
const instant = { format: 'date-time' } as const;
const TEXT = { type: String, nullable: true } as const;
const road = { enum: ['class', 'claim', 'objection', 'payment-batch'] } as const;

export class StuckRoadResponse implements StuckRoad {
  @ApiProperty(road) readonly road: StuckRoad['road'];
  @ApiProperty(uuid) readonly subjectId: string;
  @ApiProperty(instant) readonly startedAt: Date;
  @ApiProperty(uuid) readonly caseId: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ enum: ['running', 'missing', 'failing'] }) readonly state: StuckRoad['state'];
  @ApiProperty({ ...TEXT, description: '反复失败的步骤 · the activity that fails' }) readonly activity: string | null;
  @ApiProperty() readonly attempts: number;
}

export class LateMessageResponse implements LateMessage {
  @ApiProperty(road) readonly road: LateMessage['road'];
  @ApiProperty(uuid) readonly subjectId: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly waiting: number;
  @ApiProperty(instant) readonly since: Date;
  @ApiProperty() readonly attempts: number;
  @ApiProperty(TEXT) readonly lastError: string | null;
}

export class LateWorkResponse implements LateWork {
  @ApiProperty(uuid) readonly taskId: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty() readonly stage: string;
  @ApiProperty() readonly kind: string;
  @ApiProperty(TEXT) readonly role: string | null;
  @ApiProperty(TEXT) readonly officeName: string | null;
  @ApiProperty({ ...TEXT, ...uuid }) readonly officeId: string | null;
  @ApiProperty({ format: 'date' }) readonly dueOn: string;
  @ApiProperty(TEXT) readonly assignee: string | null;
}

export class AlarmedCaseResponse implements AlarmedCase {
  @ApiProperty(uuid) readonly caseId: string;
  @ApiProperty() readonly number: string;
  @ApiProperty() readonly title: string;
  @ApiProperty({ example: 'nobody-may-act' }) readonly reason: string;
  @ApiProperty(instant) readonly openedAt: Date;
}

export class StuckResponse implements Stuck {
  @ApiProperty({ description: '流程引擎是否应答；否则不知道哪些流程缺失 · whether Temporal answered' }) readonly isTemporalKnown: boolean;
  @ApiProperty() readonly roadsLookedAt: number;
  @ApiProperty({ type: [StuckRoadResponse] }) readonly roads: readonly StuckRoadResponse[];
  @ApiProperty({ type: [LateMessageResponse] }) readonly messages: readonly LateMessageResponse[];
  @ApiProperty({ type: [LateWorkResponse] }) readonly lateWork: readonly LateWorkResponse[];
  @ApiProperty({ type: [AlarmedCaseResponse] }) readonly alarms: readonly AlarmedCaseResponse[];
}

export class RepairedResponse implements Repaired {
  @ApiProperty(road) readonly road: Repaired['road'];
  @ApiProperty(uuid) readonly subjectId: string;
  @ApiProperty({ description: '正在送达的消息 · messages on their way' }) readonly messages: number;
}

export class ReassignRequest {
  @ApiPropertyOptional({ ...uuid, description: '不填为退回本岗位 · back to the group when absent' })
  @IsOptional()
  @IsUUID()
  readonly toAccountId?: string;

  @ApiProperty()
  @IsString()
  @Length(2, 500)
  readonly reason: string;
}

export class ReassignedResponse implements Reassigned {
  @ApiProperty(uuid) readonly taskId: string;
  @ApiProperty() readonly isAssigned: boolean;
}
