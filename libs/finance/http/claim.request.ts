import { ApiProperty } from '@nestjs/swagger';
import { IsInt, IsString, IsUUID, Length, Matches, Max, Min } from 'class-validator';

const YUAN = /^\d{1,13}(\.\d{1,2})?$/;

export class ClaimRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  readonly classId: string;

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
