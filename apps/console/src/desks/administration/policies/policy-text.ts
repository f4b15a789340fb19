import type { ListedValue, PolicyDocument } from './queries.ts';

/** A stretch of the document, by the positions of its characters. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Paragraph {
  /** Line of the document, counted from 1. */
  readonly line: number;
  /** The document's lines it is made of, each with where it begins; a scan breaks its lines in the middle of a sentence. */
  readonly lines: readonly { readonly text: string; readonly from: number }[];
  /** The innermost clause it stands in. */
  readonly clause: string;
  /** It opens that clause. */
  readonly isHead: boolean;
}

/** Width of signs, spaces and line breaks differ between a scan and its text; words do not (the check of `npm run policy:check`). */
const comparable = (text: string): string => text.normalize('NFKC').replaceAll(/\s+/g, '');

/** A document one can find quotes in, and read paragraph by paragraph. */
export class PolicyText {
  readonly paragraphs: readonly Paragraph[];
  private readonly letters: string;
  /** Position in the text of each letter. */
  private readonly positions: readonly number[];
  private readonly starts: readonly number[];

  constructor(private readonly document: PolicyDocument) {
    const letters: string[] = [];
    const positions: number[] = [];
    let at = 0;
    for (const sign of document.text) {
      for (const letter of comparable(sign)) {
        letters.push(letter);
        positions.push(at);
      }
      at += sign.length;
    }
    this.letters = letters.join('');
    this.positions = letters.flatMap((letter, index) => Array.from({ length: letter.length }, () => positions[index] ?? 0));
    this.starts = startsOf(document.text);
    this.paragraphs = this.read();
  }

  /** Where a quote stands, within its clause if it stands there too. */
  find(quote: string, clause: string | null): Stretch | undefined {
    const wanted = comparable(quote);
    if (wanted === '') return undefined;
    const begin = clause === null ? 0 : this.letterAt(this.lineOf(clause));
    const inside = this.letters.indexOf(wanted, begin);
    const found = inside === -1 ? this.letters.indexOf(wanted) : inside;
    if (found === -1) return undefined;
    const from = this.positions[found] ?? 0;
    return { from, to: (this.positions[found + wanted.length - 1] ?? from) + 1 };
  }

  /** First line of a clause, however its brackets are written; the first line of all where there is no such clause. */
  lineOf(clause: string): number {
    const wanted = comparable(clause);
    return this.document.clauses.find(({ id }) => comparable(id) === wanted)?.firstLine ?? 1;
  }

  /** The innermost clause a line stands in. */
  clauseAt(line: number): string {
    return this.document.clauses.findLast(({ firstLine }) => firstLine <= line)?.id ?? '';
  }

  /** How many clauses of the document carry a value, of how many there are; the head and mere headings left out. */
  coverage(values: readonly ListedValue[]): { readonly covered: number; readonly of: number } {
    const { clauses } = this.document;
    const leaves = clauses.filter(
      (one, index) =>
        one.id !== '文头' && !((clauses[index + 1]?.firstLine ?? Infinity) <= one.lastLine && one.lastLine - one.firstLine < 3),
    );
    const quoted = new Set(
      values.flatMap(({ kind, quote, clause, from }) => {
        const found = kind === 'stated' && quote !== null && from === null ? this.find(quote, clause) : undefined;
        return found ? [this.clauseAt(this.lineAt(found.from))] : [];
      }),
    );
    return { covered: leaves.filter(({ id }) => quoted.has(id)).length, of: leaves.length };
  }

  /** The line a position stands on. */
  lineAt(position: number): number {
    return Math.max(1, this.starts.findLastIndex((start) => start <= position) + 1);
  }

  private letterAt(line: number): number {
    const start = this.starts[line - 1] ?? 0;
    return Math.max(
      0,
      this.positions.findIndex((position) => position >= start),
    );
  }

  private read(): readonly Paragraph[] {
    const opens = new Set(this.document.clauses.map(({ firstLine }) => firstLine));
    const paragraphs: { line: number; lines: { text: string; from: number }[]; clause: string; isHead: boolean }[] = [];
    let isOpen = false;
    for (const [index, text] of this.document.text.split('\n').entries()) {
      const line = index + 1;
      const from = this.starts[index] ?? 0;
      if (text.trim() === '') {
        isOpen = false;
        continue;
      }
      const last = paragraphs.at(-1);
      if (isOpen && last && !opens.has(line)) last.lines.push({ text, from });
      else paragraphs.push({ line, lines: [{ text, from }], clause: this.clauseAt(line), isHead: opens.has(line) });
      isOpen = true;
    }
    return paragraphs;
  }
}

function startsOf(text: string): readonly number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
