import type { Paper, PaperBlock } from './paper.ts';

/** A node of pdfmake's document: text, or an object it describes in its manual. */
type Content = string | { readonly [property: string]: unknown };
type TableCell = Content;

/** 72 points an inch, 25.4 millimetres an inch. */
const mm = (millimetres: number): number => (millimetres * 72) / 25.4;

/** GB/T 9704 gives the margins of official papers; the foot is deeper, for the code. */
const MARGINS: [number, number, number, number] = [mm(26), mm(27), mm(24), mm(27)];
const LINE = 0.6;
/** Room for a pen, a seal and a date. */
const SIGNATURE_HEIGHT = mm(19);

/** What stands at the foot of every page; a draft has no code. */
export interface PaperMark {
  /** Grouped by fours; null: a draft, which nobody can verify. */
  readonly code: string | null;
  /** Where the code is verified. */
  readonly verifyAt: string;
}

const lines = {
  hLineWidth: () => LINE,
  vLineWidth: () => LINE,
  hLineColor: () => '#333',
  vLineColor: () => '#333',
  paddingTop: () => 4,
  paddingBottom: () => 4,
  paddingLeft: () => 5,
  paddingRight: () => 5,
};

function label(text: string) {
  return { text, bold: true, alignment: 'center', fillColor: '#f2f2f2' };
}

type Form = Extract<PaperBlock, { is: 'form' }>;

/** Two fields to a row; what is left over, and what is wide, fills its row. */
function formRows(fields: Form['fields']): TableCell[][] {
  const rows: TableCell[][] = [];
  let waiting: Form['fields'][number] | undefined;
  const wide = (field: Form['fields'][number]) => rows.push([label(field.label), { text: field.value, colSpan: 3 }, {}, {}]);
  for (const field of fields) {
    if (field.wide) {
      if (waiting) wide(waiting);
      waiting = undefined;
      wide(field);
    } else if (waiting) {
      rows.push([label(waiting.label), waiting.value, label(field.label), field.value]);
      waiting = undefined;
    } else waiting = field;
  }
  if (waiting) wide(waiting);
  return rows;
}

type Table = Extract<PaperBlock, { is: 'table' }>;

/** Of a column of running numbers. */
const NARROW = mm(12);

/** Shares of what the narrow columns leave; pdfmake wants points. */
function widths(columns: Table['columns'], lineWidth: number): (number | 'auto' | '*')[] {
  const shares = columns.reduce((sum, { width }) => sum + (width === 'narrow' ? 0 : width), 0);
  const narrow = columns.filter(({ width }) => width === 'narrow').length;
  const free = lineWidth - narrow * NARROW - columns.length * (lines.paddingLeft() + lines.paddingRight() + LINE);
  return columns.map(({ width }) => (width === 'narrow' ? NARROW : (free * width) / shares));
}

function table({ columns, rows, total }: Table, lineWidth: number): Content {
  const cell = (text: string, index: number, more: object = {}): TableCell => ({
    text,
    alignment: columns[index]?.align ?? 'left',
    ...more,
  });
  const body: TableCell[][] = [
    columns.map(({ title }) => label(title)),
    ...rows.map((row) => row.map((text, index) => cell(text, index))),
    ...(total ? [total.map((text, index) => cell(text, index, { bold: true }))] : []),
  ];
  return {
    table: { headerRows: 1, dontBreakRows: true, widths: widths(columns, lineWidth), body },
    layout: lines,
    fontSize: 9.5,
    margin: [0, 6, 0, 10],
  };
}

type Signatures = Extract<PaperBlock, { is: 'signatures' }>['rows'];

/** What stands there, or room for a pen and a seal. */
function signed(lines: readonly string[]) {
  if (lines.length > 0) return { text: lines.join('\n'), lineHeight: 1.35 };
  return {
    text: '（签字、盖章）\u3000\u3000\u3000年\u3000\u3000月\u3000\u3000日',
    alignment: 'right',
    color: '#555',
    margin: [0, SIGNATURE_HEIGHT - 16, 0, 0],
  };
}

function signatures(rows: Signatures): Content {
  const body = rows.map(({ role, lines: said }) => [{ ...label(role), margin: [0, 6, 0, 0] }, signed(said)]);
  return { table: { widths: [mm(30), '*'], heights: SIGNATURE_HEIGHT, dontBreakRows: true, body }, layout: lines, margin: [0, 8, 0, 0] };
}

/** Beside each other where the page is wide. */
function signaturesAbreast(rows: Signatures): Content {
  const body = [rows.map(({ role }) => label(role)), rows.map(({ lines: said }) => signed(said))];
  const table = {
    widths: rows.map(() => '*'),
    heights: (row: number) => (row === 0 ? 'auto' : SIGNATURE_HEIGHT),
    dontBreakRows: true,
    body,
  };
  return { table, layout: lines, margin: [0, 8, 0, 0], unbreakable: true };
}

function block(of: PaperBlock, lineWidth: number, isLandscape: boolean): Content {
  switch (of.is) {
    case 'text':
      return { text: of.text, fontSize: 11.5, leadingIndent: 23, lineHeight: 1.5, margin: [0, 2, 0, 4] };
    case 'heading':
      return { text: of.text, bold: true, fontSize: 12, margin: [0, 10, 0, 3] };
    case 'form':
      return { table: { widths: [mm(26), '*', mm(26), '*'], body: formRows(of.fields) }, layout: lines, margin: [0, 6, 0, 10] };
    case 'table':
      return table(of, lineWidth);
    case 'signatures':
      return isLandscape ? signaturesAbreast(of.rows) : signatures(of.rows);
    case 'closing':
      return { text: of.lines.join('\n'), alignment: 'right', fontSize: 11.5, lineHeight: 1.6, margin: [0, 22, mm(8), 0] };
  }
}

function footer({ code, verifyAt }: PaperMark) {
  return (page: number, pages: number): Content => ({
    margin: [MARGINS[0], 8, MARGINS[2], 0],
    columns: [
      code === null
        ? { text: '草稿：尚未提交，不作为办理依据', fontSize: 8.5, color: '#555', width: '*' }
        : { text: `核验码 ${code}\n核验：${verifyAt}`, fontSize: 8.5, color: '#333', lineHeight: 1.25, width: '*' },
      { text: `— ${page} / ${pages} —`, alignment: 'center', width: mm(30), fontSize: 10 },
      { width: '*', stack: code === null ? [] : [{ qr: `${verifyAt}?code=${code.replaceAll('-', '')}`, fit: 52, alignment: 'right' }] },
    ],
  });
}

/** The page layout of a paper as pdfmake takes it; the same paper and mark give the same layout. */
export function layoutPaper(paper: Paper, title: string, mark: PaperMark, font: string): object {
  const lineWidth = mm(paper.isLandscape ? 297 : 210) - MARGINS[0] - MARGINS[2];
  const addressee: Content[] =
    paper.addressee === undefined ? [] : [{ text: `${paper.addressee}：`, fontSize: 11.5, margin: [0, 4, 0, 4] }];
  return {
    pageSize: 'A4',
    pageOrientation: paper.isLandscape ? 'landscape' : 'portrait',
    pageMargins: MARGINS,
    defaultStyle: { font, fontSize: 10.5, lineHeight: 1.15 },
    info: { title, creator: 'kaibantong', producer: 'kaibantong', creationDate: new Date(0) },
    language: 'zh-CN',
    header: { text: paper.reference, alignment: 'right', fontSize: 8.5, color: '#444', margin: [MARGINS[0], mm(14), MARGINS[2], 0] },
    footer: footer(mark),
    ...(mark.code === null ? { watermark: { text: '草 稿', color: '#999', opacity: 0.14, bold: true } } : {}),
    content: [
      { text: title, bold: true, fontSize: 17, alignment: 'center', lineHeight: 1.25, margin: [0, 0, 0, 12] },
      ...addressee,
      ...paper.blocks.map((one) => block(one, lineWidth, paper.isLandscape ?? false)),
    ],
  };
}
