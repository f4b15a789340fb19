import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { NestedEach, PageQuery } from '#libs/platform';
import { inboxBuckets, inboxViews, type InboxBucket, type InboxView } from '../application/list-tasks.use-case.ts';
import type { CorrectionMark, Decision, LineExclusion } from '../domain/decision.ts';

export class InboxQuery extends PageQuery {
  @ApiPropertyOptional({ enum: inboxViews })
  @IsOptional()
  @IsIn(inboxViews)
  readonly view: InboxView = 'group';

  @ApiPropertyOptional({
    enum: inboxBuckets,
    description: '超期、今日到期、两个工作日内到期 · overdue, due today, due within two working days',
  })
  @IsOptional()
  @IsIn(inboxBuckets)
  readonly bucket?: InboxBucket;

  @ApiPropertyOptional({ example: 'opening' })
  @IsOptional()
  @Matches(/^[a-z-]{1,30}$/)
  readonly stage?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly institutionId?: string;
}

export class SavedFilterRequest {
  @ApiProperty({ example: '今天到期的开班' })
  @IsString()
  @Length(1, 40)
  @Matches(/\S/)
  readonly name: string;

  @ApiProperty({ description: '筛选地址 · the query of the inbox', example: 'view=group&bucket=today' })
  @IsString()
  @MaxLength(500)
  @Matches(/^[\w=&.,-]*$/)
  readonly query: string;

  @ApiProperty({ description: '与本单位同事共享 · shared with the office' })
  @IsBoolean()
  readonly isShared: boolean;
}

export class ViewedRequest {
  @ApiProperty()
  @Matches(/^[0-9a-f]{64}$/)
  readonly sha256: string;

  @ApiProperty()
  @IsBoolean()
  readonly isViewed: boolean;
}

export class MarkRequest implements CorrectionMark {
  @ApiPropertyOptional({ example: '/timetable/3/hours', description: '字段位置 · where' })
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly pointer?: string;

  @ApiPropertyOptional({ description: '花名册行号 · row of the roster' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  readonly row?: number;

  @ApiPropertyOptional({ description: '页码 · page of the paper' })
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(10_000)
  readonly page?: number;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly clause?: string;

  @ApiProperty()
  @IsString()
  @Length(1, 500)
  readonly text: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly suggested?: string;
}

export class ExclusionRequest implements LineExclusion {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly personId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly lineId?: string;

  @ApiProperty()
  @IsString()
  @Length(1, 60)
  readonly reasonCode: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(100)
  readonly clause?: string;
}

export class DecisionRequest implements Decision {
  @ApiProperty({ example: 'approve' })
  @IsString()
  @Length(1, 40)
  readonly action: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(60)
  readonly reasonCode?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(2000)
  readonly comment?: string;

  @ApiPropertyOptional({ description: '签字所核对材料包的 SHA-256 · hash of the package you saw' })
  @IsOptional()
  @Matches(/^[0-9a-fA-F]{64}$/)
  readonly packageSha256?: string;

  @ApiPropertyOptional({ type: [MarkRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(500)
  @NestedEach(() => MarkRequest)
  readonly marks?: MarkRequest[];

  @ApiPropertyOptional({ type: [ExclusionRequest] })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(2000)
  @NestedEach(() => ExclusionRequest)
  readonly exclusions?: ExclusionRequest[];
}

export class TransferRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly toAccountId: string;

  @ApiProperty()
  @IsString()
  @Length(2, 200)
  readonly reason: string;
}

export class NoticeQuery extends PageQuery {
  @ApiPropertyOptional({ example: '140900' })
  @IsOptional()
  @Matches(/^\d{0,6}$/)
  readonly region: string = '';

  @ApiPropertyOptional({ description: '只看公示期内的 · only those still open' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  readonly open: boolean = false;
}

export class ObjectionRequest {
  @ApiPropertyOptional({ type: [Number], description: '公示名单序号 · lines of the notice' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(100_000, { each: true })
  readonly lines?: number[];

  @ApiPropertyOptional({ description: '针对整份申领 · the whole claim' })
  @IsOptional()
  @IsBoolean()
  readonly isWholeClaim?: boolean;

  @ApiProperty({ description: '事实和理由 · what is wrong' })
  @IsString()
  @Length(5, 4000)
  readonly facts: string;

  @ApiPropertyOptional({ description: '联系方式（可不填）· how to reach you' })
  @IsOptional()
  @IsString()
  @Length(3, 200)
  readonly contact?: string;
}
