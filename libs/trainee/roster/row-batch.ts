import { rosterFields } from './roster-columns.ts';
import type { RawRow } from './roster-reader.ts';

const FIELDS = rosterFields.length;
/** Per row: its number, then the three bit masks. */
const MARKS = 4;

/** Some rows as they pass from process to process: one text with all values one after the other, and how long each is. */
export interface PackedRows {
  readonly text: string;
  /** `rosterFields.length` a row; a cell has at most 32,768 characters. */
  readonly lengths: Uint16Array;
  readonly marks: Uint32Array;
}

/** Packs rows: thousands of small strings and objects would cost more to hand over than to read. */
export function packRows(rows: readonly RawRow[]): PackedRows {
  const lengths = new Uint16Array(rows.length * FIELDS);
  const marks = new Uint32Array(rows.length * MARKS);
  let text = '';
  rows.forEach(({ row, values, numbers, formulas, faults }, index) => {
    marks.set([row, numbers, formulas, faults], index * MARKS);
    values.forEach((value, field) => {
      lengths[index * FIELDS + field] = value.length;
      if (value !== '') text += value;
    });
  });
  return { text, lengths, marks };
}

/** Hands over packed rows one by one. */
export function unpackRows({ text, lengths, marks }: PackedRows, take: (row: RawRow) => void): void {
  let at = 0;
  for (let index = 0; index < marks.length / MARKS; index++) {
    const values: string[] = [];
    for (let field = 0; field < FIELDS; field++) {
      const length = lengths[index * FIELDS + field] ?? 0;
      values.push(length === 0 ? '' : text.slice(at, at + length));
      at += length;
    }
    const mark = (offset: number): number => marks[index * MARKS + offset] ?? 0;
    take({ row: mark(0), values, numbers: mark(1), formulas: mark(2), faults: mark(3) });
  }
}
