import ExcelJS from 'exceljs';
import { rosterColumns, rosterFields, type RosterField } from '../roster/roster-columns.ts';
import { syntheticId } from './synthetic-id.ts';

export type RosterRowValues = Partial<Record<RosterField, ExcelJS.CellValue>>;

export interface RosterWorkbookOptions {
  /** Merged title above the header; empty: none. */
  readonly title?: string;
  /** Headings instead of the template's; a field left out has no column. */
  readonly headings?: Partial<Record<RosterField, string>>;
  /** Empty rows between title and header. */
  readonly gap?: number;
  readonly change?: (workbook: ExcelJS.Workbook, sheet: ExcelJS.Worksheet) => void;
}

/** The values of one lawful row; `sequence` makes the person. */
export function rosterRow(sequence: number, values: RosterRowValues = {}): RosterRowValues {
  const idNumber = syntheticId(sequence);
  return {
    sequence,
    name: `学员${[...String(sequence)].map((digit) => '零一二三四五六七八九'.charAt(Number(digit))).join('')}`,
    idType: '居民身份证',
    idNumber,
    gender: Number(idNumber.charAt(16)) % 2 === 1 ? '男' : '女',
    birthDate: `${idNumber.slice(6, 10)}-${idNumber.slice(10, 12)}-${idNumber.slice(12, 14)}`,
    ethnicity: '汉族',
    education: '初中',
    residence: '砚城镇/东关村',
    phone: `138${String(10_000_000 + sequence)}`,
    category: '农村转移劳动力',
    ...values,
  };
}

/** A roster as an institution sends it: a merged title, the header below it, one row a person. */
export async function rosterWorkbook(rows: readonly RosterRowValues[], options: RosterWorkbookOptions = {}): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('填报');
  const fields = options.headings ? rosterFields.filter((field) => options.headings?.[field] !== undefined) : rosterFields;
  const title = options.title ?? '2024年职业技能培训报名花名册';
  if (title !== '') {
    sheet.addRow([title]);
    sheet.mergeCells(1, 1, 1, fields.length);
  }
  for (let index = 0; index < (options.gap ?? 0); index++) sheet.addRow([]);
  sheet.addRow(fields.map((field) => options.headings?.[field] ?? rosterColumns[field].title));
  for (const row of rows) sheet.addRow(fields.map((field) => row[field] ?? null));
  options.change?.(workbook, sheet);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
