import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import type { Answer } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import type { RosterFinding } from '../domain/roster/finding.ts';
import type { ImportRow } from '../persistence/roster.query.ts';
import { wordFinding } from '../application/annotate-roster.ts';
import { rosterColumns, rosterFields, type RosterField } from '../roster/roster-columns.ts';

/** A finding with its place and its words. */
export class RosterFindingResponse implements RosterFinding {
  @ApiProperty({ description: 'Excel 行号；0 为整表 · row as Excel shows it; 0: the whole roster' }) readonly row: number;
  @ApiPropertyOptional({ enum: rosterFields }) readonly field?: RosterField;
  @ApiProperty({ type: String, nullable: true, example: 'D' }) readonly column: string | null;
  @ApiProperty({ type: String, nullable: true, example: '证件号码' }) readonly title: string | null;
  @ApiProperty({ type: String, example: 'ROSTER_ID_CHECKSUM' }) readonly code: RosterFinding['code'];
  @ApiProperty({ enum: ['error', 'warning'] }) readonly severity: RosterFinding['severity'];
  @ApiPropertyOptional({ type: 'object', additionalProperties: true }) readonly params?: Readonly<Record<string, string | number>>;
  @ApiProperty() readonly message: string;
  @ApiProperty({ description: '如何修改 · what to do' }) readonly remedy: string;
  @ApiProperty() readonly messageEn: string;
}

export class RosterResponse implements Omit<ImportRow, 'header'> {
  @ApiProperty({ format: 'uuid' }) readonly id: string;
  @ApiProperty({ format: 'uuid' }) readonly classId: string;
  @ApiProperty({ format: 'uuid' }) readonly institutionId: string;
  @ApiProperty() readonly fileName: string;
  @ApiProperty() readonly fileSha256: string;
  @ApiProperty({ enum: ['validated', 'confirmed', 'discarded'] }) readonly state: ImportRow['state'];
  @ApiProperty() readonly rows: number;
  @ApiProperty() readonly validRows: number;
  @ApiProperty() readonly errorRows: number;
  @ApiProperty() readonly warningRows: number;
  @ApiProperty({ description: '整表问题，不能只导入部分 · the whole roster is at fault' }) readonly blocked: boolean;
  @ApiProperty({ type: [RosterFindingResponse] }) readonly findings: readonly RosterFindingResponse[];
  @ApiProperty({ description: '已在线更正的单元格数 · cells mended since the upload' }) readonly correctedCells: number;
  @ApiProperty({ description: '已移出的行数，不计入 rows · rows taken out, not among rows' }) readonly leftOutRows: number;
  @ApiProperty({ type: Number, nullable: true, description: '已导入人数 · enrolled on confirmation' }) readonly enrolled: number | null;
  @ApiProperty() readonly version: number;
}

/** An import as it is shown. */
export function rosterView({ header, findings, ...row }: ImportRow): RosterResponse {
  return {
    ...row,
    findings: findings.map((finding) => ({
      ...finding,
      column: finding.field === undefined ? null : (header.letters[finding.field] ?? null),
      title: finding.field === undefined ? null : rosterColumns[finding.field].title,
      ...wordFinding(finding),
    })),
  };
}

/** What an act on an import answers. */
export function rosterAnswer(result: Result<Answer<ImportRow>>): Result<Answer<RosterResponse>> {
  return result.ok ? accept({ ...result.value, body: rosterView(result.value.body) }) : result;
}
