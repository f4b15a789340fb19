import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsDefined,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import type { OverlayValue } from '../application/overlay.ts';
import type { NewRelease } from '../application/prepare-release.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class OverlayValueRequest implements OverlayValue {
  @ApiProperty({ example: '/subsidies/apprenticeship/fenPerYear' })
  @IsString()
  @Length(2, 200)
  readonly path: string;

  @ApiProperty({ description: '县里确定的值（金额以分计）· the value, amounts in fen' })
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

  @ApiProperty({ type: [OverlayValueRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => OverlayValueRequest)
  readonly values: OverlayValueRequest[];
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
  @ValidateNested()
  @Type(() => OverlayRequest)
  readonly overlay?: OverlayRequest;

  @ApiPropertyOptional({ type: CalendarYearRequest })
  @IsOptional()
  @ValidateNested()
  @Type(() => CalendarYearRequest)
  readonly calendar?: CalendarYearRequest;

  @ApiProperty({ description: '书面理由，至少10个字 · written reason' })
  @IsString()
  @Length(10, 1000)
  readonly reason: string;
}
