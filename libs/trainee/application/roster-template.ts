import type ExcelJS from 'exceljs';
import type { Actor } from '#libs/contracts';
import { clockOf, type Tx } from '#libs/platform';
import { snapshotFor } from '#libs/rulebook';
import { fieldIndex, rosterColumns, rosterFields, type RosterField } from '../roster/roster-columns.ts';
import { CURRENT_TEMPLATE } from '../roster/roster-reader.ts';
import { rosterGuide, rosterLists } from './roster-guide.ts';

const TITLE = '职业技能培训报名花名册';
const HEADER_ROW = 2;
/** Rows with drop-down lists; more may be filled in without them. */
const LISTED_ROWS = 2000;

/** What ExcelJS can do with ranges and its own typings do not tell. */
interface WithValidations {
  readonly dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
}

type Lists = Partial<Readonly<Record<RosterField, readonly string[]>>>;

/** The lists behind the drop-downs; answers where each stands. */
function addLists(workbook: ExcelJS.Workbook, lists: Lists): ReadonlyMap<RosterField, string> {
  const sheet = workbook.addWorksheet('字典', { state: 'hidden' });
  const ranges = new Map<RosterField, string>();
  for (const field of rosterFields) {
    const words = lists[field] ?? [];
    if (words.length === 0) continue;
    const column = sheet.getColumn(ranges.size + 1);
    column.values = [rosterColumns[field].title, ...words];
    ranges.set(field, `字典!$${column.letter}$2:$${column.letter}$${words.length + 1}`);
  }
  return ranges;
}

function addGuide(workbook: ExcelJS.Workbook): void {
  const sheet = workbook.addWorksheet('说明');
  sheet.addRow(['列', '必填', '怎么填', '示例']).font = { bold: true };
  for (const field of rosterFields) {
    const { title, required } = rosterColumns[field];
    sheet.addRow([title, required ? '是' : '', rosterGuide[field].how, rosterGuide[field].example]);
  }
  sheet.addRow([]);
  sheet.addRow(['说明', '', '在“填报”表第3行起逐人填写，上传后系统逐行校验；确认导入之前不写入名单。']);
  [24, 8, 70, 24].forEach((width, index) => (sheet.getColumn(index + 1).width = width));
}

function addRoster(sheet: ExcelJS.Worksheet, ranges: ReadonlyMap<RosterField, string>): void {
  const { length } = rosterFields;
  sheet.addRow([TITLE]);
  sheet.getCell(1, length - 1).value = `模板版本 ${CURRENT_TEMPLATE}`;
  sheet.mergeCells(1, 1, 1, length - 2);
  sheet.addRow(rosterFields.map((field) => `${rosterColumns[field].title}${rosterColumns[field].required ? '*' : ''}`)).font = {
    bold: true,
  };
  rosterFields.forEach((_field, index) => {
    const column = sheet.getColumn(index + 1);
    column.numFmt = '@';
    column.width = 18;
  });
  for (const [field, range] of ranges) {
    const { letter } = sheet.getColumn(fieldIndex[field] + 1);
    (sheet as unknown as WithValidations).dataValidations.add(`${letter}${HEADER_ROW + 1}:${letter}${LISTED_ROWS}`, {
      ...{ type: 'list', allowBlank: true, showErrorMessage: false, formulae: [range] },
    });
  }
  sheet.views = [{ state: 'frozen', ySplit: HEADER_ROW }];
}

/**
 * An empty 培训报名花名册 of this release: 填报 with drop-down lists and codes as text, so that Excel keeps every digit; 说明; and 字典 with the
 * groups of people the policy in force names. The import reads the first sheet.
 */
export async function rosterTemplate(tx: Tx, actor: Actor): Promise<Buffer> {
  const { today } = await clockOf(tx);
  const { snapshot } = await snapshotFor(tx, { region: actor.region, on: today });
  const category = Object.values(snapshot.groups).flatMap(({ names }) => names.slice(0, 1));
  const { default: exceljs } = await import('exceljs'); // only here: it is hundreds of modules, which no other act needs
  const workbook = new exceljs.Workbook();
  const roster = workbook.addWorksheet('填报');
  addGuide(workbook);
  addRoster(roster, addLists(workbook, { ...rosterLists, category }));
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
