import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsDay } from '#libs/platform';
import { IsIn, IsObject, IsOptional, IsString, Length, Matches } from 'class-validator';

const KINDS = ['stated', 'chosen', 'missing'] as const;

export class PoliciesQuery {
  @ApiPropertyOptional({ example: '140427' })
  @IsOptional()
  @Matches(/^[1-9]\d{5}$/)
  readonly region?: string;

  @ApiPropertyOptional({ example: '2026-03-02', description: '在该日有效 · in force on this day' })
  @IsOptional()
  @IsDay()
  readonly on?: string;
}

export class ValuesQuery {
  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  readonly kind?: (typeof KINDS)[number];
}

export class CalculationRequest {
  @ApiProperty({ example: 'order-project-training' })
  @IsString()
  @Length(1, 60)
  readonly subsidy: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'trainees（人数）、persons 或 units（逐项），及 settlement · as in a scenario',
    example: { trainees: { count: 30, payableDays: 9, employed: 24 } },
  })
  @IsObject()
  readonly given: Record<string, unknown>;
}
