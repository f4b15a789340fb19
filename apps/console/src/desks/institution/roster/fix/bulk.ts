import { shownValue, stepTo, type Edits, type EditStep } from './edits.ts';
import type { Field, Finding, FindingsByPlace, GridRow, GridRows } from './rows.ts';

export type Which = 'finding' | 'empty' | 'all';

/** A name keeps every character it may bear; everything else may be written in half width. */
const KEEPS_WIDTH: ReadonlySet<Field> = new Set<Field>(['name']);
const BLANK = /[\s\u00ad\u200b-\u200f\u2060\ufeff]/;

function trimmed(_field: Field, value: string): string {
  let [from, until] = [0, value.length];
  while (from < until && BLANK.test(value.charAt(from))) from++;
  while (until > from && BLANK.test(value.charAt(until - 1))) until--;
  return value.slice(from, until);
}

const halved = (field: Field, value: string): string => (KEEPS_WIDTH.has(field) ? value : value.normalize('NFKC'));

function rewritten({ rows, columns }: GridRows, rewrite: (field: Field, value: string) => string): readonly EditStep[] {
  return rows.flatMap((row) =>
    columns.flatMap(({ field }): EditStep[] => {
      const value = row.cells[field];
      if (value === undefined || row.masked.includes(field)) return [];
      const after = rewrite(field, value);
      return after === value ? [] : [{ row: row.row, field, value: after }];
    }),
  );
}

/** What trimming and half width would change among the cells shown as typed; worked out once, since it looks at every cell. */
export function rewrites(of: GridRows): Readonly<Record<'trim' | 'halfWidth', readonly EditStep[]>> {
  return { trim: rewritten(of, trimmed), halfWidth: rewritten(of, halved) };
}

/** Those of the steps whose cells nobody has edited since. */
export function stillOpen(steps: readonly EditStep[], edits: Edits): readonly EditStep[] {
  return steps.filter((step) => 'field' in step && edits.get(step.row)?.values[step.field] === undefined);
}

/** Sets one value in the cells of a column: those with a finding, the empty ones, or all. */
export function settings(
  { rows }: GridRows,
  { field, which, value }: { readonly field: Field; readonly which: Which; readonly value: string },
  findings: FindingsByPlace,
  edits: Edits,
): readonly EditStep[] {
  const isMeant = (row: GridRow): boolean => {
    const edit = edits.get(row.row);
    if (edit?.isLeftOut === true) return false;
    if (which === 'all') return true;
    if (which === 'empty') return shownValue(row, field, edit).trim() === '';
    return edit?.values[field] === undefined && findings.ofCell(row.row, field).length > 0;
  };
  return rows.filter(isMeant).map((row) => stepTo(row, field, value, findings));
}

const SAME_PERSON: ReadonlySet<string> = new Set([
  'ROSTER_DUP_IN_FILE',
  'ROSTER_DUP_SAME_CLASS',
  'ROSTER_OVERLAP_CLASS',
  'ROSTER_TEACHER_AS_TRAINEE',
]);

/** Findings that only leaving the row out mends: the person is in already, elsewhere, or may not be in. */
export function inadmissible(findings: readonly Finding[], edits: Edits): readonly Finding[] {
  return findings.filter(({ row, code }) => SAME_PERSON.has(code) && edits.get(row)?.isLeftOut !== true);
}
