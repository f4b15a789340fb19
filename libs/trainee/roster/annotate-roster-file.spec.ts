import ExcelJS from 'exceljs';
import { rosterRow, rosterWorkbook, type RosterWorkbookOptions } from '../testing/roster-workbook.ts';
import { annotateRosterFile } from './annotate-roster-file.ts';
import type { AnnotationLine, AnnotationPlan } from './annotate-workbook.ts';

const line = (values: Partial<AnnotationLine>): AnnotationLine => ({
  row: 3,
  column: 'D',
  columnTitle: '证件号码',
  code: 'ROSTER_ID_CHECKSUM',
  severity: 'error',
  message: '第18位校验码应为X',
  remedy: '请对照身份证原件核对',
  ...values,
});

type Put = Pick<AnnotationPlan, 'corrected' | 'leftOut'>;

async function annotated(
  lines: AnnotationLine[],
  options: RosterWorkbookOptions = {},
  put: Put = { corrected: [], leftOut: [] },
): Promise<ExcelJS.Workbook> {
  const original = await rosterWorkbook([rosterRow(1), rosterRow(2)], options);
  const file = await annotateRosterFile(original, { headerRow: 2, rows: [3, 4], formulaColumns: ['A', 'E', 'F'], lines, ...put });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(file as unknown as ExcelJS.Buffer);
  return workbook;
}

const fillOf = (cell: ExcelJS.Cell | undefined): string | undefined => (cell?.fill as ExcelJS.FillPattern | undefined)?.fgColor?.argb;

describe('the sender’s workbook with its errors', () => {
  it('keeps what the sender wrote and adds the column 校验结果, red cells, notes and the sheet 错误汇总', async () => {
    const workbook = await annotated([
      line({}),
      line({ column: undefined, row: 0, columnTitle: '全表', code: 'ROSTER_CLASS_OVER_CAPACITY' }),
    ]);
    const sheet = workbook.getWorksheet('填报');
    expect(sheet?.getCell('B3').value).toBe('学员一');
    expect(sheet?.getCell('V2').value).toBe('校验结果');
    expect([sheet?.getCell('V3').value, sheet?.getCell('V4').value]).toEqual(['证件号码：第18位校验码应为X', '通过']);
    expect([fillOf(sheet?.getCell('D3')), fillOf(sheet?.getCell('D4'))]).toEqual(['FFFFC7CE', undefined]);
    expect(JSON.stringify(sheet?.getCell('D3').note)).toContain('请对照身份证原件核对');
    const rows = [1, 2, 3].map((row) => (workbook.getWorksheet('错误汇总')?.getRow(row).values as unknown[]).slice(1));
    expect(rows).toEqual([
      ['行', '列', '代码', '说明', '如何改'],
      [3, 'D 证件号码', 'ROSTER_ID_CHECKSUM', '第18位校验码应为X', '请对照身份证原件核对'],
      ['全表', '全表', 'ROSTER_CLASS_OVER_CAPACITY', '第18位校验码应为X', '请对照身份证原件核对'],
    ]);
  });

  it('overwrites its own results when the same workbook comes back, and marks a warning yellow', async () => {
    const change: RosterWorkbookOptions['change'] = (workbook, sheet) => {
      sheet.getCell('V2').value = '校验结果';
      sheet.getCell('V3').value = '旧结果';
      workbook.addWorksheet('错误汇总');
    };
    const workbook = await annotated([line({ severity: 'warning' })], { change });
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual(['填报', '错误汇总']);
    expect(workbook.getWorksheet('填报')?.getCell('V3').value).toBe('证件号码：第18位校验码应为X');
    expect(workbook.getWorksheet('填报')?.getCell('W2').value).toBeNull();
    expect(fillOf(workbook.getWorksheet('填报')?.getCell('D3'))).toBe('FFFFEB9C');
  });

  it('writes no text a spreadsheet program could run, and leaves formulas only where the template has them', async () => {
    const change: RosterWorkbookOptions['change'] = (_, sheet) => {
      sheet.getCell('E3').value = { formula: 'IF(1=1,"女","男")', result: '女' };
      sheet.getCell('K3').value = { formula: 'HYPERLINK("http://x.invalid","y")', result: '13810000001' };
    };
    const workbook = await annotated([line({ column: 'K', columnTitle: '=cmd|x', message: '＝1+1', remedy: '@SUM(A1)' })], { change });
    const sheet = workbook.getWorksheet('填报');
    expect(sheet?.getCell('V3').value).toBe("'=cmd|x：＝1+1");
    expect(sheet?.getCell('E3').formula).toBe('IF(1=1,"女","男")');
    expect(sheet?.getCell('K3').value).toBe('13810000001');
    expect((workbook.getWorksheet('错误汇总')?.getRow(2).values as unknown[]).slice(4)).toEqual(["'＝1+1", "'@SUM(A1)"]);
  });
  it('holds what was put right on the screen, as text and never as a formula, and says which rows were left out', async () => {
    const change: RosterWorkbookOptions['change'] = (_, sheet) => {
      sheet.getCell('D3').value = 140928199001011230;
      sheet.getCell('E3').value = { formula: 'IF(1=1,"女","男")', result: '女' };
    };
    const corrected = [
      { row: 3, column: 'D', value: '110105194912310021' },
      { row: 3, column: 'E', value: '=cmd|x\u0007' },
    ];
    const sheet = (await annotated([line({})], { change }, { corrected, leftOut: [4] })).getWorksheet('填报');
    expect([sheet?.getCell('D3').value, sheet?.getCell('D3').numFmt, fillOf(sheet?.getCell('D3'))]).toEqual([
      '110105194912310021',
      '@',
      'FFFFC7CE',
    ]);
    expect([sheet?.getCell('E3').value, sheet?.getCell('E3').type]).toEqual(['=cmd|x', ExcelJS.ValueType.String]);
    expect([sheet?.getCell('V3').value, sheet?.getCell('V4').value]).toEqual(['证件号码：第18位校验码应为X', '已移出，不导入']);
  });
});
