/** One clause of a document with its text; the text holds the clauses under it as well. */
export interface Clause {
  /** As policies cite it, e.g. `二（二）（2）`, `四（二）3`, `附件4 三（1）`; `文头` is what stands before the first chapter. */
  readonly id: string;
  /** Its first line, without marks of layout. */
  readonly heading: string;
  readonly text: string;
  /** Lines of the document, counted from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
}

interface Opening {
  readonly level: number;
  readonly mark: string;
}

interface Draft {
  readonly level: number;
  readonly id: string;
  readonly heading: string;
  readonly firstLine: number;
  lastLine: number;
}

/** How Chinese official documents number themselves: 附件 1, 一、, （一）, 1., （1）; and the closing article that puts a plan in force. */
const OPENINGS: readonly { readonly level: number; readonly pattern: RegExp; readonly mark: (number: string) => string }[] = [
  { level: 0, pattern: /^附件\s*(\d*)\s*(?:[:：]|$)/, mark: (number) => `附件${number}` },
  { level: 1, pattern: /^([一二三四五六七八九十]+)、/, mark: (number) => number },
  { level: 1, pattern: /^本(?:方案|办法|意见|通知|细则)自.{1,12}(施行|执行|实施)/, mark: () => '施行' },
  { level: 2, pattern: /^[（(]([一二三四五六七八九十]+)[）)]/, mark: (number) => `（${number}）` },
  { level: 3, pattern: /^(\d{1,2})[.．、]/, mark: (number) => number },
  { level: 4, pattern: /^[（(](\d{1,2})[）)]/, mark: (number) => `（${number}）` },
];
const ANNEX = 0;
const CHAPTER = 1;
const ITEM = 3;

/** Width of signs, spaces and line breaks differ between a scan and its text; words do not. */
export function comparable(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '');
}

function bare(line: string): string {
  return line
    .replace(/^[\s#*-]+/, '')
    .replaceAll('**', '')
    .trim();
}

function openingOf(line: string): Opening | undefined {
  for (const { level, pattern, mark } of OPENINGS) {
    const match = pattern.exec(line);
    if (match) return { level, mark: mark(match[1] ?? '') };
  }
  return undefined;
}

function idOf(stack: readonly Draft[], { level, mark }: Opening): string {
  const above = stack.findLast((one) => one.level < level)?.id ?? '';
  return above.startsWith('附件') && level === CHAPTER ? `${above} ${mark}` : `${above}${mark}`;
}

/** A list of annexes numbers its lines like items, but they are no clauses. */
function isClause(stack: readonly Draft[], opening: Opening): boolean {
  return opening.level < ITEM || stack.some(({ level }) => level === CHAPTER);
}

/** Every clause of a document in its order; lines of layout (Markdown) and both widths of brackets are understood. */
export function clausesOf(document: string): readonly Clause[] {
  const lines = document.split(/\r?\n/);
  const head: Draft = { level: CHAPTER, id: '文头', heading: '文头', firstLine: 1, lastLine: 1 };
  const drafts: Draft[] = [head];
  let stack: Draft[] = [head];
  lines.forEach((raw, index) => {
    const line = bare(raw);
    const opening = openingOf(line);
    const above = opening && stack.filter((one) => one !== head && one.level < opening.level);
    if (opening && above && isClause(above, opening)) {
      const draft: Draft = { level: opening.level, id: idOf(above, opening), heading: line, firstLine: index + 1, lastLine: index + 1 };
      drafts.push(draft);
      stack = opening.level === ANNEX ? [draft] : [...above, draft];
    }
    for (const one of stack) one.lastLine = index + 1;
  });
  return drafts.map(({ id, heading, firstLine, lastLine }) => ({
    id,
    heading,
    text: lines
      .slice(firstLine - 1, lastLine)
      .join('\n')
      .trim(),
    firstLine,
    lastLine,
  }));
}

/** The clauses of an id, whichever brackets and spaces it is written with; several where a document uses a number twice. */
export function clausesById(clauses: readonly Clause[], id: string): readonly Clause[] {
  const wanted = comparable(id);
  return clauses.filter((clause) => comparable(clause.id) === wanted);
}
