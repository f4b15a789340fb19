import ExcelJS from 'exceljs';
import { rosterColumns, rosterFields } from '../roster/roster-columns.ts';

const TITLE = '职业技能培训报名花名册';

/** An empty 培训报名花名册 with the headings of this release; codes are text, so that Excel keeps every digit. */
export async function rosterTemplate(): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('花名册');
  sheet.addRow([TITLE]);
  sheet.mergeCells(1, 1, 1, rosterFields.length);
  sheet.addRow(rosterFields.map((field) => `${rosterColumns[field].title}${rosterColumns[field].required ? '*' : ''}`)).font = {
    bold: true,
  };
  rosterFields.forEach((_field, index) => {
    const column = sheet.getColumn(index + 1);
    column.numFmt = '@';
    column.width = 18;
  });
  sheet.views = [{ state: 'frozen', ySplit: 2 }];
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
