import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { NestedEach } from '#libs/platform';
import { rowStates, type RosterRowState } from '../application/list-roster-rows.ts';
import type { CorrectionChange } from '../domain/roster/corrections.ts';
import { rosterFields, type RosterField } from '../roster/roster-columns.ts';

/** Corrections of one request: as many as a column of a large roster has cells. */
const MOST_AT_ONCE = 5000;
/** Characters of a value typed on the screen; a cell of a roster holds a name, a number or an address. */
const LONGEST_VALUE = 200;
/** Rows a worksheet can have. */
const LAST_ROW = 1_048_576;
/** A grid scrolls through rows, it does not turn pages: a roster of the usual size is one. */
const MOST_ROWS = 5000;
const USUAL_ROWS = 1000;

export class RosterRowsQuery {
  @ApiPropertyOptional({ enum: rowStates, description: '只取该状态的行 · only rows of this state' })
  @IsOptional()
  @IsIn(rowStates)
  readonly state?: RosterRowState;

  @ApiPropertyOptional({ description: '上一页答复中的 nextCursor · nextCursor of the page before' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  readonly cursor?: string;

  @ApiPropertyOptional({ default: USUAL_ROWS, maximum: MOST_ROWS })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(MOST_ROWS)
  readonly limit: number = USUAL_ROWS;
}

export class RosterCorrectionRequest {
  @ApiProperty({ description: 'Excel 行号 · row as Excel shows it' })
  @IsInt()
  @Min(1)
  @Max(LAST_ROW)
  readonly row: number;

  @ApiProperty({ enum: rosterFields })
  @IsIn(rosterFields)
  readonly field: RosterField;

  @ApiPropertyOptional({ maxLength: LONGEST_VALUE, description: '不填：恢复为文件中的内容 · left out: as the file has it' })
  @IsOptional()
  @IsString()
  @MaxLength(LONGEST_VALUE)
  readonly value?: string;
}

export class CorrectRosterRequest implements CorrectionChange {
  @ApiProperty({
    type: [RosterCorrectionRequest],
    maxItems: MOST_AT_ONCE,
    description: '可为空：只重新校验 · may be empty: only judged again',
  })
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @NestedEach(() => RosterCorrectionRequest)
  readonly corrections: RosterCorrectionRequest[];

  @ApiPropertyOptional({ type: [Number], maxItems: MOST_AT_ONCE, description: '移出本次导入的行 · rows taken out of the import' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsInt({ each: true })
  readonly leaveOut: number[] = [];

  @ApiPropertyOptional({ type: [Number], maxItems: MOST_AT_ONCE, description: '重新纳入的行 · rows taken back into it' })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_AT_ONCE)
  @IsInt({ each: true })
  readonly takeBack: number[] = [];
}
