import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  IsArray,
  IsDefined,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { Nested, NestedEach } from '#libs/platform';
import { classTypes, materialStages, type MaterialStage } from '#libs/policy';
import type { OverlayMaterial, OverlayValue } from '../application/overlay.ts';
import type { NewRelease } from '../application/prepare-release.ts';
import { anyValue } from './policy.response.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class OverlayValueRequest implements OverlayValue {
  @ApiProperty({ example: '/subsidies/apprenticeship/fenPerYear' })
  @IsString()
  @Length(2, 200)
  readonly path: string;

  @ApiProperty({ description: '县里确定的值（金额以分计）· the value, amounts in fen', oneOf: anyValue })
  @IsDefined()
  readonly value: unknown;

  @ApiProperty({ example: 'AMB-28' })
  @Matches(/^AMB-\d{2}$/)
  readonly amb: string;

  @ApiProperty({ description: '依据和理由 · reason, with the county document it rests on' })
  @IsString()
  @Length(5, 500)
  readonly reason: string;
}

export class OverlayMaterialRequest implements OverlayMaterial {
  @ApiPropertyOptional({ enum: classTypes, description: '班级类型，与环节一起 · with `stage`; else `subsidy`' })
  @IsOptional()
  @IsIn(classTypes)
  readonly classType?: string;

  @ApiPropertyOptional({ enum: materialStages })
  @IsOptional()
  @IsIn(materialStages)
  readonly stage?: MaterialStage;

  @ApiPropertyOptional({ description: '不依班级申领的补贴 · a subsidy claimed without a class' })
  @IsOptional()
  @IsString()
  @Length(1, 80)
  readonly subsidy?: string;

  @ApiProperty({ example: 'insurance-proof' })
  @Matches(/^[a-z][a-z0-9-]{1,39}$/)
  readonly slot: string;

  @ApiProperty({ example: '学员意外险保单' })
  @IsString()
  @Length(2, 60)
  readonly title: string;

  @ApiProperty({ example: 'accident insurance policy' })
  @IsString()
  @Length(2, 120)
  readonly titleEn: string;

  @ApiProperty({ enum: ['application', 'trainee'] })
  @IsIn(['application', 'trainee'])
  readonly per: 'application' | 'trainee';

  @ApiProperty({ enum: ['always', 'special-task'] })
  @IsIn(['always', 'special-task'])
  readonly when: 'always' | 'special-task';

  @ApiProperty({ description: '依据和理由 · reason, with the county document it rests on' })
  @IsString()
  @Length(5, 500)
  readonly reason: string;
}

export class OverlayRequest {
  @ApiProperty({ description: '在哪个政策上补充：政策包或快照哈希 · pack id or hash of the policy it is laid over' })
  @IsString()
  @Length(1, 100)
  readonly policy: string;

  @ApiProperty({ example: '2026-04-01' })
  @Matches(DAY)
  readonly effectiveFrom: string;

  @ApiPropertyOptional({ example: '2026-12-31' })
  @IsOptional()
  @Matches(DAY)
  readonly effectiveTo?: string;

  @ApiPropertyOptional({ type: [OverlayValueRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @NestedEach(() => OverlayValueRequest)
  readonly values?: OverlayValueRequest[];

  @ApiPropertyOptional({
    type: [OverlayMaterialRequest],
    description: '县里在政策之外增加的材料，只增不减 · papers beyond the policy, never fewer',
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(50)
  @NestedEach(() => OverlayMaterialRequest)
  readonly materials?: OverlayMaterialRequest[];
}

export class CalendarYearRequest {
  @ApiProperty({ example: 2027 })
  @IsInt()
  @Min(2000)
  @Max(2100)
  readonly year: number;

  @ApiProperty({ example: '国办发明电〔2026〕9号' })
  @IsString()
  @Length(4, 100)
  readonly source: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: '每个假期的第一天和最后一天 · first and last day of each holiday',
  })
  @IsObject()
  readonly holidays: Record<string, [string, string]>;

  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMaxSize(30)
  @Matches(DAY, { each: true })
  readonly makeUpDays: string[];
}

export class ReleaseRequest implements NewRelease {
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: '整个政策包的文件 · the files of a pack, by name',
  })
  @IsOptional()
  @IsObject()
  readonly files?: Record<string, string>;

  @ApiPropertyOptional({ type: OverlayRequest })
  @IsOptional()
  @Nested(() => OverlayRequest)
  readonly overlay?: OverlayRequest;

  @ApiPropertyOptional({ type: CalendarYearRequest })
  @IsOptional()
  @Nested(() => CalendarYearRequest)
  readonly calendar?: CalendarYearRequest;

  @ApiProperty({ description: '书面理由，至少10个字 · written reason' })
  @IsString()
  @Length(10, 1000)
  readonly reason: string;
}
