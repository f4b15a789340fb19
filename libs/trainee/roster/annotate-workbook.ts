import ExcelJS from 'exceljs';
import { openWorkbook } from './workbook-parts.ts';

/** One finding, worded for the sender. */
export interface AnnotationLine {
  readonly row: number;
  /** Letter of the column; undefined: the finding is about the row or the whole roster (row 0). */
  readonly column?: string;
  readonly columnTitle: string;
  readonly code: string;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly remedy: string;
}

export interface AnnotationPlan {
  readonly headerRow: number;
  /** Rows that hold somebody: each gets 通过 or its findings. */
  readonly rows: readonly number[];
  /** Letters of columns the template fills by formula; elsewhere a formula is replaced by what it last showed. */
  readonly formulaColumns: readonly string[];
  readonly lines: readonly AnnotationLine[];
  /** Cells put right on the screen since the file was sent. */
  readonly corrected: readonly { readonly row: number; readonly column: string; readonly value: string }[];
  /** Rows taken out of the import on the screen. */
  readonly leftOut: readonly number[];
}

const RED = 'FFFFC7CE';
const YELLOW = 'FFFFEB9C';
const GREEN = 'FFC6EFCE';
const BLUE = 'FFDDEBF7';
const RESULT_HEADING = '校验结果';
const LEFT_OUT = '已移出，不导入';
const SUMMARY_SHEET = '错误汇总';

/**
 * Writes the findings back into the sender's own workbook: a column 校验结果, coloured cells with a note each, and a sheet 错误汇总 that lists
 * row, column, code, what is wrong and what to do. Only works on files `readRoster` accepted.
 */
export async function annotateWorkbook(original: Buffer, plan: AnnotationPlan): Promise<Buffer> {
  const { archive, sheetName } = await openWorkbook(original);
  archive.verifyAll();
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(original as unknown as ExcelJS.Buffer);
  const sheet = workbook.getWorksheet(sheetName);
  if (!sheet) throw new Error('the sheet that was read is gone');
  settleFormulas(sheet, new Set(plan.formulaColumns));
  writeCorrections(sheet, plan);
  writeResults(sheet, plan);
  markCells(sheet, plan.lines);
  addSummary(workbook, plan.lines);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** Shared formulas lose their master when a cell changes, and a foreign formula has no place in a file we hand out. */
function settleFormulas(sheet: ExcelJS.Worksheet, keep: ReadonlySet<string>): void {
  const settled: [ExcelJS.Cell, ExcelJS.CellValue][] = [];
  sheet.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.type !== ExcelJS.ValueType.Formula) return;
      const result = cell.result as ExcelJS.CellValue;
      const letter = cell.address.replace(/\d+$/, '');
      settled.push([
        cell,
        keep.has(letter) ? { formula: cell.formula, result: (result ?? undefined) as string | undefined } : (result ?? null),
      ]);
    }),
  );
  for (const [cell, value] of settled) cell.value = value;
}

/** As text, whatever the cell was: a number would lose digits, and a formula has no place here. */
function writeCorrections(sheet: ExcelJS.Worksheet, plan: AnnotationPlan): void {
  for (const { row, column, value } of plan.corrected) {
    const cell = sheet.getCell(`${column}${row}`);
    cell.value = value;
    cell.style = { ...cell.style, numFmt: '@', fill: fill(BLUE) };
  }
}

function writeResults(sheet: ExcelJS.Worksheet, plan: AnnotationPlan): void {
  const column = resultColumn(sheet, plan.headerRow);
  const heading = sheet.getCell(plan.headerRow, column);
  heading.value = RESULT_HEADING;
  heading.font = { bold: true };
  sheet.getColumn(column).width = 48;
  const byRow = Map.groupBy(plan.lines, (line) => line.row);
  const leftOut = new Set(plan.leftOut);
  for (const row of plan.rows) {
    const lines = byRow.get(row) ?? [];
    const cell = sheet.getCell(row, column);
    const passed = leftOut.has(row) ? LEFT_OUT : '通过';
    cell.value = lines.length === 0 ? passed : inert(lines.map((line) => `${line.columnTitle}：${line.message}`).join('\n'));
    cell.style = { alignment: { wrapText: true, vertical: 'top' }, fill: fill(leftOut.has(row) ? BLUE : colourOf(lines)) };
  }
}

/** The column after the last heading; a file that comes back a second time has its old results overwritten. */
function resultColumn(sheet: ExcelJS.Worksheet, headerRow: number): number {
  let last = 0;
  let earlier: number | undefined;
  sheet.getRow(headerRow).eachCell((cell, column) => {
    last = column;
    if (cell.text === RESULT_HEADING) earlier = column;
  });
  return earlier ?? last + 1;
}

function markCells(sheet: ExcelJS.Worksheet, lines: readonly AnnotationLine[]): void {
  const byCell = Map.groupBy(
    lines.filter((line) => line.row > 0 && line.column !== undefined),
    (line) => `${line.column}${line.row}`,
  );
  for (const [address, found] of byCell) {
    const cell = sheet.getCell(address);
    cell.style = { ...cell.style, fill: fill(colourOf(found)) };
    cell.note = found.map((line) => `${line.message}；${line.remedy}`).join('\n');
  }
}

function addSummary(workbook: ExcelJS.Workbook, lines: readonly AnnotationLine[]): void {
  const before = workbook.getWorksheet(SUMMARY_SHEET);
  if (before) workbook.removeWorksheet(before.id);
  const summary = workbook.addWorksheet(SUMMARY_SHEET, { views: [{ state: 'frozen', ySplit: 1 }] });
  summary.columns = [
    { header: '行', width: 8 },
    { header: '列', width: 22 },
    { header: '代码', width: 30 },
    { header: '说明', width: 60 },
    { header: '如何改', width: 60 },
  ];
  summary.getRow(1).font = { bold: true };
  for (const line of lines) {
    const place = line.column === undefined ? line.columnTitle : `${line.column} ${line.columnTitle}`;
    summary.addRow([line.row === 0 ? '全表' : line.row, inert(place), line.code, inert(line.message), inert(line.remedy)]);
  }
}

function colourOf(lines: readonly AnnotationLine[]): string {
  if (lines.length === 0) return GREEN;
  return lines.some((line) => line.severity === 'error') ? RED : YELLOW;
}

function fill(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** Text that a spreadsheet program cannot take for a formula (ASVS 1.2.10). */
function inert(text: string): string {
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
}
