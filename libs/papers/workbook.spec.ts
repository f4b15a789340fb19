import ExcelJS from 'exceljs';
import { PassThrough } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { plainText, writeWorkbook } from './workbook.ts';

interface Row {
  readonly name: string;
  readonly fen: bigint;
}

async function* list(rows: readonly Row[]): AsyncGenerator<Row> {
  for (const row of rows) yield await Promise.resolve(row);
}

async function sheetOf(rows: readonly Row[], most = 100): Promise<ExcelJS.Worksheet> {
  const to = new PassThrough();
  const columns = [
    { title: '姓名', width: 10, of: ({ name }: Row) => name },
    { title: '金额', width: 12, of: ({ fen }: Row) => fen },
  ];
  const [bytes] = await Promise.all([buffer(to), writeWorkbook(to, { title: '名单', columns, most }, list(rows))]);
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load(bytes as unknown as ArrayBuffer);
  const sheet = workbook.worksheets[0];
  if (!sheet) throw new Error('no sheet was written');
  return sheet;
}

describe('a list as a workbook', () => {
  it.each(['=1+1', '+8613', '-2', '@SUM(A1)', '\t=1', '＝cmd', '=HYPERLINK("http://x")'])(
    'writes %s as text that stays text',
    async (hostile) => {
      const sheet = await sheetOf([{ name: hostile, fen: 0n }]);
      expect(sheet.getCell('A2').value).toBe(`'${hostile}`);
      expect(sheet.getCell('A2').type).toBe(ExcelJS.ValueType.String);
    },
  );

  it('leaves ordinary text as it is', () => {
    for (const text of ['买买提·阿不都', '1404**********0011', '𠮷', '']) expect(plainText(text)).toBe(text);
  });

  it('writes amounts as numbers of yuan, exact to the cent', async () => {
    const sheet = await sheetOf([{ name: '甲', fen: 123_456_789_01n }]);
    expect([sheet.getCell('B2').value, sheet.getCell('B2').numFmt]).toEqual([123_456_789.01, '#,##0.00']);
  });

  it('says in its last row that there is more', async () => {
    const sheet = await sheetOf(
      [
        { name: '甲', fen: 1n },
        { name: '乙', fen: 2n },
        { name: '丙', fen: 3n },
      ],
      2,
    );
    expect(sheet.rowCount).toBe(4);
    expect(sheet.getCell('A4').value).toContain('只导出前2行');
  });
});
