import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsOptional, IsString, IsUUID, Matches, MaxLength } from 'class-validator';
import { NestedEach, PageQuery } from '#libs/platform';
import type { BankResult } from '../domain/match-results.ts';
import { orderStates } from './payment.response.ts';

const KEY = /^P-[A-Z0-9]+-[0-9a-f]+-\d+-\d+$/;

const orderFilters = [...orderStates, 'outstanding'];

export class OrderQuery extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  readonly claimId?: string;

  @ApiPropertyOptional({
    enum: orderFilters,
    description: 'outstanding：拒付、退票后尚待重新支付 · rejected or returned, and still to be paid anew',
  })
  @IsOptional()
  @IsIn(orderFilters)
  readonly state?: string;
}

export class BuildBatchRequest {
  @ApiPropertyOptional({
    type: [String],
    description: '只取这些支付编号；不填则取全部待支付 · only these keys; all waiting ones when left out',
  })
  @IsOptional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @Matches(KEY, { each: true })
  readonly orders?: string[];
}

export class ReleaseBatchRequest {
  @ApiProperty({ description: '所核对的批次内容 SHA-256 · hash of the content compared' })
  @Matches(/^[0-9a-fA-F]{64}$/)
  readonly contentSha256: string;
}

export class BankResultRequest implements BankResult {
  @ApiProperty()
  @Matches(KEY)
  readonly key: string;

  @ApiProperty({ enum: ['settled', 'rejected', 'returned'] })
  @IsIn(['settled', 'rejected', 'returned'])
  readonly outcome: BankResult['outcome'];

  @ApiPropertyOptional({ example: '3000.00' })
  @IsOptional()
  @Matches(/^\d+\.\d{2}$/)
  readonly amount?: string;

  @ApiPropertyOptional()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  readonly reason?: string;
}

export class BankResultsRequest {
  @ApiProperty({ type: [BankResultRequest] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(5000)
  @NestedEach(() => BankResultRequest)
  readonly results: BankResultRequest[];
}

export class FileQuery {
  @ApiPropertyOptional({ enum: ['pain001', 'xlsx'] })
  @IsOptional()
  @IsIn(['pain001', 'xlsx'])
  readonly format: 'pain001' | 'xlsx' = 'pain001';
}
