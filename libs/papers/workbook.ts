import type { Writable } from 'node:stream';

/** One column of a list as a sheet shows it. */
export interface SheetColumn<Row> {
  readonly title: string;
  /** In characters of the standard font. */
  readonly width: number;
  /** Text, a whole number, or an amount of fen (bigint), which is written as yuan. */
  readonly of: (row: Row) => string | number | bigint | null;
}

/** What a spreadsheet would take for a formula when the cell is edited or the sheet saved as text (CWE-1236). */
const FORMULA = /^[=+\-@\t\r＝＋－＠]/;
const AMOUNT = '#,##0.00';
const FEN_A_YUAN = 100;

/** Text that stays text: what begins like a formula gets the apostrophe by which spreadsheets mark text. */
export function plainText(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

function cellOf(value: string | number | bigint | null): string | number | null {
  if (typeof value === 'bigint') return Number(value) / FEN_A_YUAN; // exact to the cent up to 90 trillion yuan
  return typeof value === 'string' ? plainText(value) : value;
}

/**
 * Writes a list as a workbook while its rows arrive: nothing is kept in memory. `most` rows at most; a longer list says so in its last row.
 * @returns how many rows were written.
 */
export async function writeWorkbook<Row>(
  to: Writable,
  { title, columns, most }: { readonly title: string; readonly columns: readonly SheetColumn<Row>[]; readonly most: number },
  rows: AsyncIterable<Row>,
): Promise<number> {
  const { default: ExcelJS } = await import('exceljs'); // only here: it is hundreds of modules, which no other act needs
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: to, useStyles: true, useSharedStrings: false });
  const sheet = workbook.addWorksheet(title.slice(0, 31), { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ title: header, width }) => ({ header, width }));
  sheet.getRow(1).font = { bold: true };
  sheet.getRow(1).commit();
  let written = 0;
  for await (const row of rows) {
    if (written === most) {
      sheet.addRow([`只导出前${most}行，请缩小查询范围后分次导出`]).commit();
      break;
    }
    const values = columns.map(({ of }) => of(row));
    const line = sheet.addRow(values.map(cellOf));
    values.forEach((value, index) => {
      if (typeof value === 'bigint') line.getCell(index + 1).numFmt = AMOUNT;
    });
    line.commit();
    written++;
  }
  await workbook.commit();
  return written;
}
