import { refusalCatalogue, wordRefusal } from '#libs/contracts';
import type { Corrections } from '../domain/roster/corrections.ts';
import type { RosterFinding } from '../domain/roster/finding.ts';
import type { ImportRow } from '../persistence/roster.query.ts';
import { annotateRosterFile } from '../roster/annotate-roster-file.ts';
import type { AnnotationLine } from '../roster/annotate-workbook.ts';
import { readRosterFile } from '../roster/read-roster-file.ts';
import { rosterColumns, rosterFields, type RosterField } from '../roster/roster-columns.ts';

/** A finding in words: what is wrong, and what to do, which the texts separate by a full-width semicolon. */
export function wordFinding({ code, params }: RosterFinding): {
  readonly message: string;
  readonly remedy: string;
  readonly messageEn: string;
} {
  const text = refusalCatalogue[code];
  const [message = code, ...rest] = wordRefusal(text?.zh ?? code, params).split('；');
  return { message, remedy: rest.join('；'), messageEn: wordRefusal(text?.en ?? code, params) };
}

function lineOf(finding: RosterFinding, letters: ImportRow['header']['letters']): AnnotationLine {
  const { row, field, code, severity } = finding;
  const { message, remedy } = wordFinding(finding);
  const column = field === undefined ? undefined : letters[field];
  return {
    row,
    code,
    severity,
    message,
    remedy,
    columnTitle: field === undefined ? '' : rosterColumns[field].title,
    ...(column === undefined ? {} : { column }),
  };
}

/**
 * The sender's own workbook with 校验结果, red cells, notes and the sheet 错误汇总; cells put right on the screen hold what they were put
 * right to. @throws FileRefusal where it cannot be written.
 */
export async function annotateRoster(file: Buffer, { header, findings }: ImportRow, corrections: Corrections): Promise<Buffer> {
  const rows: number[] = [];
  await readRosterFile(file, ({ row }) => rows.push(row));
  const automatic = rosterFields.filter((field) => rosterColumns[field].automatic === true);
  const formulaColumns = automatic.flatMap((field) => header.letters[field] ?? []);
  return annotateRosterFile(file, {
    headerRow: header.headerRow,
    rows,
    formulaColumns,
    lines: findings.map((finding) => lineOf(finding, header.letters)),
    corrected: [...corrections].flatMap(([row, { values }]) =>
      Object.entries(values).map(([field, value]) => ({ row, column: header.letters[field as RosterField] ?? '', value })),
    ),
    leftOut: [...corrections].flatMap(([row, { isLeftOut }]) => (isLeftOut ? [row] : [])),
  });
}
