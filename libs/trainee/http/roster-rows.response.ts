import { ApiProperty } from '@nestjs/swagger';
import { PageResponse } from '#libs/platform';
import { rowStates, type RosterRowState, type ShownRosterRow } from '../application/list-roster-rows.ts';
import type { ImportRow } from '../persistence/roster.query.ts';
import { rosterColumns, rosterFields, type RosterField } from '../roster/roster-columns.ts';

/** A column the uploaded sheet has. */
export class RosterColumnResponse {
  @ApiProperty({ enum: rosterFields }) readonly field: RosterField;
  @ApiProperty({ example: '证件号码' }) readonly title: string;
  @ApiProperty({ example: 'D' }) readonly letter: string;
}

export class RosterRowResponse implements ShownRosterRow {
  @ApiProperty({ description: 'Excel 行号 · row as Excel shows it' }) readonly row: number;
  @ApiProperty({ enum: rowStates, description: 'left-out：已移出 · taken out of the import' }) readonly state: RosterRowState;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description:
      '有问题的单元格原样显示，其他个人信息脱敏；空单元格不列 · cells with a finding as typed, other personal ones masked; empty ones left away',
  })
  readonly cells: ShownRosterRow['cells'];
  @ApiProperty({ enum: rosterFields, isArray: true, description: '已脱敏 · masked' }) readonly masked: readonly RosterField[];
  @ApiProperty({ enum: rosterFields, isArray: true, description: '已在线更正 · mended since the upload' })
  readonly corrected: readonly RosterField[];
}

export class RosterRowsResponse extends PageResponse {
  @ApiProperty({ type: [RosterColumnResponse] }) readonly columns: readonly RosterColumnResponse[];
  @ApiProperty({ type: [RosterRowResponse] }) readonly items: readonly RosterRowResponse[];
}

/** The columns of the sheet in the template's order. */
export function columnsOf({ header }: ImportRow): readonly RosterColumnResponse[] {
  return rosterFields.flatMap((field) => {
    const letter = header.letters[field];
    return letter === undefined ? [] : [{ field, title: rosterColumns[field].title, letter }];
  });
}
