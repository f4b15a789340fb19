import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsOptional, Max, Min } from 'class-validator';

/** More submissions than any filing ever has. */
const MOST_VERSIONS = 10_000;

export class FilingChangesQuery {
  @ApiProperty({ description: '较早的一次申报 · the earlier submission', minimum: 1 })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  readonly from: number;

  @ApiPropertyOptional({
    description: '较晚的一次；不填为当前内容（仅本机构）· the later one; else what stands now, for the institution itself',
  })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_VERSIONS)
  readonly to?: number;
}
