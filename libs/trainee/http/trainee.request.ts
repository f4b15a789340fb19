import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { IsDay, IsInstant, Nested, NestedEach } from '#libs/platform';
import type { AssessmentResult, CertificateOf } from '../application/assessment.use-case.ts';
import type { AttendanceEvent } from '../application/push-attendance.use-case.ts';

const MAX_EVENTS = 5000;

export class ConfirmRosterRequest {
  @ApiPropertyOptional({ description: '只导入通过校验的人员 · import only those who passed' })
  @IsOptional()
  @IsBoolean()
  readonly partial: boolean = false;
}

export class ReasonRequest {
  @ApiProperty()
  @IsString()
  @Length(2, 200)
  readonly reason: string;
}

export class VouchersRequest {
  @ApiPropertyOptional({ type: [String] })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(5000)
  @Matches(/^[0-9A-Za-z]{12}$/, { each: true })
  readonly codes?: string[];

  @ApiPropertyOptional({ type: [String], format: 'uuid' })
  @IsOptional()
  @IsArray()
  @ArrayUnique()
  @ArrayMaxSize(5000)
  @IsUUID(undefined, { each: true })
  readonly enrollmentIds?: string[];
}

export class AttendanceEventRequest implements AttendanceEvent {
  @ApiProperty({ description: '设备事件编号，重复推送不会重复计数 · the same event counts once' })
  @IsString()
  @Length(1, 100)
  readonly deviceEventId: string;

  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly enrollmentId: string;

  @ApiProperty()
  @IsString()
  @Length(1, 100)
  readonly deviceId: string;

  @ApiProperty({ enum: ['clock-in', 'clock-out', 'voucher'] })
  @IsIn(['clock-in', 'clock-out', 'voucher'])
  readonly kind: AttendanceEvent['kind'];

  @ApiProperty({ example: '2026-03-16T08:31:05+08:00' })
  @IsInstant()
  readonly occurredAt: string;
}

export class AttendanceRequest {
  @ApiProperty({ type: [AttendanceEventRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_EVENTS)
  @NestedEach(() => AttendanceEventRequest)
  readonly events: AttendanceEventRequest[];
}

export class CertificateRequest implements CertificateOf {
  @ApiProperty()
  @Matches(/^[0-9A-Za-z-]{6,40}$/)
  readonly number: string;

  @ApiProperty({ enum: ['skill-level', 'qualification', 'special-competency', 'special-operation', 'special-equipment'] })
  @IsIn(['skill-level', 'qualification', 'special-competency', 'special-operation', 'special-equipment'])
  readonly kind: string;

  @ApiPropertyOptional({ description: '5 初级工 … 1 高级技师' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(5)
  readonly level?: number;

  @ApiProperty()
  @IsDay()
  readonly issuedOn: string;
}

export class ResultRequest implements AssessmentResult {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly enrollmentId: string;

  @ApiProperty({ enum: ['passed', 'failed', 'absent'] })
  @IsIn(['passed', 'failed', 'absent'])
  readonly outcome: AssessmentResult['outcome'];

  @ApiPropertyOptional()
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  readonly theoryScore?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsNumber({ maxDecimalPlaces: 2 })
  @Min(0)
  @Max(100)
  readonly practiceScore?: number;

  @ApiProperty()
  @IsDay()
  readonly assessedOn: string;

  @ApiPropertyOptional({ type: CertificateRequest })
  @IsOptional()
  @Nested(() => CertificateRequest)
  readonly certificate?: CertificateRequest;
}

export class ResultsRequest {
  @ApiProperty({ type: [ResultRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  @NestedEach(() => ResultRequest)
  readonly results: ResultRequest[];
}

export class RosterChangesQuery {
  @ApiProperty({ format: 'date-time', description: '起（较早一次申报的时间）· after this instant' })
  @IsInstant()
  readonly since: string;

  @ApiPropertyOptional({ format: 'date-time', description: '止；不填为现在 · up to this instant; else now' })
  @IsOptional()
  @IsInstant()
  readonly until?: string;
}
