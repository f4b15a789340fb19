import { deflateRawSync } from 'node:zlib';
import { rosterRow, rosterWorkbook } from '../testing/roster-workbook.ts';
import { withEntries, zipOf } from '../testing/zip.ts';
import type { FileRefusal } from './file-refusal.ts';
import { readRosterFile } from './read-roster-file.ts';
import { fieldIndex, type RosterField } from './roster-columns.ts';
import type { RawRow, RosterHeader } from './roster-reader.ts';

async function read(file: Buffer): Promise<{ header: RosterHeader; rows: RawRow[] }> {
  const rows: RawRow[] = [];
  return { header: await readRosterFile(file, (row) => rows.push(row)), rows };
}

async function refusalOf(file: Buffer): Promise<string> {
  return read(file).then(
    () => 'read',
    (error: FileRefusal) => error.code,
  );
}

const textOf = (row: RawRow | undefined, field: RosterField): string | undefined => row?.values[fieldIndex[field]];

describe('a roster file', () => {
  it('is read below a merged title and empty rows, whatever stands around the names of its headings', async () => {
    const headings = {
      name: '学员姓名＊',
      idNumber: '身份证\n号码（必填）',
      education: ' 学 历 ',
      residence: '常住乡镇',
      phone: '联系电话*',
      category: '人员类别',
    };
    const { header, rows } = await read(await rosterWorkbook([rosterRow(1), rosterRow(2)], { headings, gap: 5 }));
    expect(header).toMatchObject({ headerRow: 7, sheetName: '填报', letters: { name: 'A', idNumber: 'B', phone: 'E' } });
    expect(rows.map((row) => [row.row, textOf(row, 'name'), textOf(row, 'residence')])).toEqual([
      [8, '学员一', '砚城镇/东关村'],
      [9, '学员二', '砚城镇/东关村'],
    ]);
  });

  it('keeps rare characters, the dot of minority names and rich text, and tells numbers and formulas from text', async () => {
    const rich = { richText: [{ text: '阿依古丽·' }, { text: '买买提' }] };
    const { rows } = await read(
      await rosterWorkbook([
        rosterRow(1, { name: '𠮷㛃𫖯', idNumber: Number('140928199001011234'), phone: 13800138000 }),
        rosterRow(2, { name: rich, phone: { formula: 'K3', result: 13800138000 }, birthDate: new Date('1990-05-06T00:00:00Z') }),
      ]),
    );
    expect(rows.map((row) => textOf(row, 'name'))).toEqual(['𠮷㛃𫖯', '阿依古丽·买买提']);
    expect(rows[0]?.numbers).toBe((1 << fieldIndex.sequence) | (1 << fieldIndex.idNumber) | (1 << fieldIndex.phone));
    expect(rows[1]?.formulas).toBe(1 << fieldIndex.phone);
    expect(textOf(rows[1], 'birthDate')).toBe('1990-05-06');
  });

  it('passes over numbered empty rows and the remarks that close a roster, and not over a row without a name', async () => {
    const { rows } = await read(
      await rosterWorkbook([
        rosterRow(1),
        { sequence: 2 },
        {},
        rosterRow(3, { name: null, idNumber: null }),
        { sequence: '填表人：' },
        { name: '审核人：' },
      ]),
    );
    expect(rows.map((row) => row.row)).toEqual([3, 6]);
  });

  it('is the first visible sheet', async () => {
    const hidden = await rosterWorkbook([rosterRow(7)], {
      change: (workbook, sheet) => {
        sheet.state = 'hidden';
        workbook.addWorksheet('空表').addRow(['没有表头']);
      },
    });
    expect(await refusalOf(hidden)).toBe('ROSTER_HEADER_MISSING');
  });

  it.each<[string, () => Buffer | Promise<Buffer>]>([
    ['ROSTER_FILE_UNREADABLE', () => Buffer.from('姓名,证件号码\n')],
    ['ROSTER_FILE_UNREADABLE', () => Buffer.alloc(0)],
    ['ROSTER_FILE_UNREADABLE', async () => (await rosterWorkbook([rosterRow(1)])).subarray(0, 3000)],
    ['ROSTER_FILE_UNREADABLE', () => zipOf({ 'xl/document.xml': Buffer.from('<a/>') })],
    ['ROSTER_FILE_OLD_FORMAT', () => Buffer.from('d0cf11e0a1b11ae100000000', 'hex')],
    ['ROSTER_FILE_ENCRYPTED', () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')])],
    ['ROSTER_FILE_MACRO', async () => withEntries(await rosterWorkbook([rosterRow(1)]), { 'xl/vbaProject.bin': Buffer.from('x') })],
    [
      'ROSTER_FILE_EXTERNAL_LINK',
      async () => withEntries(await rosterWorkbook([rosterRow(1)]), { 'xl/externalLinks/externalLink1.xml': Buffer.from('<a/>') }),
    ],
    ['ROSTER_FILE_TOO_LARGE', () => Buffer.alloc(10 * 1024 * 1024 + 1)],
    ['ROSTER_FILE_UNPACKED_TOO_LARGE', () => zipOf({ 'xl/workbook.xml': Buffer.alloc(61 * 1024 * 1024, 32) })],
    [
      'ROSTER_FILE_UNREADABLE',
      async () => withEntries(await rosterWorkbook([rosterRow(1)]), { 'xl/workbook.xml': xml('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') }),
    ],
    ['ROSTER_HEADER_MISSING', () => rosterWorkbook([rosterRow(1)], { gap: 12 })],
    ['ROSTER_HEADER_MISSING', () => rosterWorkbook([rosterRow(1)], { headings: { name: '姓名', idNumber: '身份证号' } })],
    ['ROSTER_TEMPLATE_VERSION', () => rosterWorkbook([rosterRow(1)], { title: '培训报名花名册 模板版本 2019.3' })],
    ['ROSTER_EMPTY', () => rosterWorkbook([])],
    ['ROSTER_CELL_TOO_LONG', () => rosterWorkbook([rosterRow(1, { remark: '长'.repeat(33_000) })])],
    ['ROSTER_TOO_MANY_COLUMNS', () => rosterWorkbook([rosterRow(1)], { change: (_, sheet) => (sheet.getCell(3, 300).value = '右') })],
  ])('is refused with %s', async (code, build) => {
    expect(await refusalOf(await build())).toBe(code);
  });

  it('is refused where an entry holds more than it declares', async () => {
    const bomb = zipOf({ 'xl/workbook.xml': { packed: deflateRawSync(Buffer.alloc(70 * 1024 * 1024, 60)), size: 1000 } });
    expect(await refusalOf(bomb)).toBe('ROSTER_FILE_UNPACKED_TOO_LARGE');
  });

  it('is refused with more rows than a roster may have', async () => {
    const row = '<row><c t="inlineStr"><is><t>x</t></is></c><c t="inlineStr"><is><t>y</t></is></c></row>';
    const sheet = xml(`<worksheet><sheetData>${row.repeat(20_100)}</sheetData></worksheet>`);
    expect(await refusalOf(withEntries(await rosterWorkbook([rosterRow(1)]), { 'xl/worksheets/sheet1.xml': sheet }))).toBe(
      'ROSTER_TOO_MANY_ROWS',
    );
  });

  it('is read where other programs wrote it: prefixed elements, inline strings, no cell references, escaped control characters', async () => {
    const headings = ['姓名', '证件号码', '文化程度', '常住乡镇/村', '联系电话', '人员类别'];
    const cell = (text: string): string => `<x:c t='inlineStr'><x:is><x:t>${text}</x:t></x:is></x:c>`;
    const rowOf = (texts: readonly string[]): string => `<x:row>${texts.map(cell).join('')}</x:row>`;
    const sheet = xml(
      `<?xml version="1.0"?><!-- 由某系统导出 --><x:worksheet><x:sheetData>${rowOf(headings)}${rowOf(['甲&amp;乙_x000D_', '<![CDATA[1<2]]>', 'a', '', '&#26446;', 'd'])}</x:sheetData></x:worksheet>`,
    );
    const { header, rows } = await read(withEntries(await rosterWorkbook([rosterRow(1)]), { 'xl/worksheets/sheet1.xml': sheet }));
    expect(header.headerRow).toBe(1);
    expect(['name', 'idNumber', 'residence', 'phone', 'category'].map((field) => textOf(rows[0], field as RosterField))).toEqual([
      '甲&乙\r',
      '1<2',
      '',
      '李',
      'd',
    ]);
  });
});

function xml(text: string): Buffer {
  return Buffer.from(text, 'utf8');
}
