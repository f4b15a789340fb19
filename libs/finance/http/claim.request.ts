import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';
import { PageQuery } from '#libs/platform';
import type { ClaimedSubsidy } from '../application/claim-target.ts';
import { claimBases, type ClaimBasis } from '../domain/claim-basis.ts';

const YUAN = /^\d{1,13}(\.\d{1,2})?$/;

export class ClaimRequest implements ClaimedSubsidy {
  @ApiPropertyOptional({
    enum: claimBases,
    description: '申领依据：班级、订单（一单一结算）、无班级的人员名单、单位（实训基地、工作室、品牌等）· what the claim rests on',
  })
  @IsOptional()
  @IsIn(claimBases)
  readonly basis?: ClaimBasis;

  @ApiPropertyOptional({ format: 'uuid', description: '班级 · the class, of a class claim' })
  @IsOptional()
  @IsUUID()
  readonly classId?: string;

  @ApiPropertyOptional({ description: '订单编号 · the employer order, of an order claim' })
  @IsOptional()
  @IsString()
  @Length(1, 60)
  readonly orderId?: string;

  @ApiPropertyOptional({
    enum: ['advance', 'final'],
    description:
      '项目制可分时段阶段性结算：advance 阶段预付，final 最终结算 · an interim stage of a project class, or the final settlement',
  })
  @IsOptional()
  @IsIn(['advance', 'final'])
  readonly settlement?: 'advance' | 'final';

  @ApiProperty({ example: 'order-project-training', description: '补贴项目 · key of the subsidy in the policy' })
  @IsString()
  @Length(1, 60)
  readonly subsidy: string;
}

export class BudgetLineRequest {
  @ApiProperty({ example: '职业技能提升专账资金' })
  @IsString()
  @Length(1, 60)
  readonly fund: string;

  @ApiProperty({ example: '140900' })
  @Matches(/^[1-9]\d{5}$/)
  readonly region: string;

  @ApiProperty({ example: 2026 })
  @IsInt()
  @Min(2020)
  @Max(2100)
  readonly year: number;

  @ApiProperty({ example: '5000000.00' })
  @Matches(YUAN)
  readonly total: string;
}

export class BudgetTotalRequest {
  @ApiProperty({ example: '6000000.00' })
  @Matches(YUAN)
  readonly total: string;
}

export class LedgerQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly claimId: string;
}

export class LedgerPageQuery extends PageQuery {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly claimId: string;
}
