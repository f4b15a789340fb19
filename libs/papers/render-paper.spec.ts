import type { Paper } from './paper.ts';
import { codeOf } from './paper-code.ts';
import { codeOfPaper, renderPaper } from './render-paper.ts';
import { textOfPdf } from './testing/text-of-pdf.ts';

const VERIFY = 'http://127.0.0.1:4100/public/papers';
const names = ['牛桂花', '买买提·阿不都', '欧阳〇', '䶮㛃𬱖𫖯', '𠮷野'];

function roster(persons: number): Paper {
  return {
    kind: 'claimant-roster',
    reference: '申领编号 BT1404272026000001 · 第1版',
    blocks: [
      {
        is: 'form',
        fields: [
          { label: '申领单位', value: '长治市爱民职业培训学校' },
          { label: '大写', value: '人民币玖万叁仟元整' },
        ],
      },
      {
        is: 'table',
        columns: [
          { title: '序号', width: 'narrow', align: 'center' },
          { title: '姓名', width: 2 },
          { title: '金额', width: 2, align: 'right' },
        ],
        rows: Array.from({ length: persons }, (_, index) => [String(index + 1), names[index % names.length] ?? '', '3,000.00']),
        total: ['', '合计', '93,000.00'],
      },
      { is: 'signatures', rows: [{ role: '申领单位负责人', lines: [] }] },
    ],
  };
}

const flat = (pages: readonly string[]) => pages.join('').replace(/\s/g, '');

describe('a paper as PDF', () => {
  it('says what it was given, rare signs and middle dots among it, with its code and its pages numbered', async () => {
    const { bytes, code } = await renderPaper(roster(5), VERIFY, false);
    const text = flat(textOfPdf(bytes));
    for (const said of [
      '申请培训（取证）补贴人员花名册',
      '买买提·阿不都',
      '欧阳〇',
      '䶮㛃𬱖𫖯',
      '人民币玖万叁仟元整',
      '—1/1—',
      '（签字、盖章）',
    ])
      expect(text).toContain(said);
    expect(text).toContain('〔U+20BB7〕野');
    expect(text.replaceAll('-', '')).toContain(code);
    expect(codeOf(code ?? '')).toBe(code);
  });

  it('is the same, byte for byte, for the same content, and another for another', async () => {
    const [one, two, other] = [
      await renderPaper(roster(3), VERIFY, false),
      await renderPaper(roster(3), VERIFY, false),
      codeOfPaper(roster(4)),
    ];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(other).not.toBe(one.code);
  });

  it('repeats the heading of a long table on every page', async () => {
    const pages = textOfPdf((await renderPaper(roster(120), VERIFY, false)).bytes);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) expect(page.replace(/\s/g, '')).toContain('序号姓名金额');
    expect(flat(pages.slice(-1))).toContain(`—${pages.length}/${pages.length}—`);
  });

  it('marks a draft as one and gives it no code', async () => {
    const { bytes, code } = await renderPaper(roster(1), VERIFY, true);
    expect(code).toBeNull();
    const text = flat(textOfPdf(bytes));
    expect(text).toContain('草稿：尚未提交，不作为办理依据');
    expect(text).not.toContain('核验码');
  });
});
