import { useCallback, useMemo, useState } from 'react';
import type { Field, FindingsByPlace, GridRow } from './rows.ts';

/** What was typed over one row and is not judged yet. `null`: back to what the file says. */
export interface RowEdit {
  readonly values: Readonly<Partial<Record<Field, string | null>>>;
  readonly isLeftOut?: boolean;
}

/** Edits by row of the sheet. In memory alone: what people typed of others is never stored in a browser. */
export type Edits = ReadonlyMap<number, RowEdit>;

/** One step of editing; a cell without a value, or a row without a place, is as it was judged. */
export type EditStep =
  | { readonly row: number; readonly field: Field; readonly value: string | null | undefined }
  | { readonly row: number; readonly isLeftOut: boolean | undefined };

/** As many as the server takes at once. */
export const MOST_EDITS = 5000;
const STEPS_BACK = 50;
const NOTHING: Edits = new Map();
const UNTOUCHED: RowEdit = { values: {} };

function sizeOf({ values, isLeftOut }: RowEdit): number {
  return Object.keys(values).length + (isLeftOut === undefined ? 0 : 1);
}

export function countEdits(edits: Edits): number {
  let sum = 0;
  for (const edit of edits.values()) sum += sizeOf(edit);
  return sum;
}

function edited(edit: RowEdit, step: EditStep): RowEdit {
  if (!('field' in step)) {
    const { values } = edit;
    return step.isLeftOut === undefined ? { values } : { values, isLeftOut: step.isLeftOut };
  }
  const { [step.field]: _former, ...others } = edit.values;
  return { ...edit, values: step.value === undefined ? others : { ...others, [step.field]: step.value } };
}

/** The edits after some steps, as far as there is room for them, and how many steps found room. */
export function applySteps(before: Edits, steps: readonly EditStep[]): { readonly edits: Edits; readonly applied: number } {
  const edits = new Map(before);
  let room = MOST_EDITS - countEdits(before);
  let applied = 0;
  for (const step of steps) {
    const was = edits.get(step.row) ?? UNTOUCHED;
    const after = edited(was, step);
    const more = sizeOf(after) - sizeOf(was);
    if (more > room) break;
    room -= more;
    applied++;
    if (sizeOf(after) === 0) edits.delete(step.row);
    else edits.set(step.row, after);
  }
  return { edits, applied };
}

/** What stands in a cell: the edit, or what was judged. */
export function shownValue(row: GridRow, field: Field, edit: RowEdit | undefined): string {
  const typed = edit?.values[field];
  return typed === undefined ? (row.cells[field] ?? '') : (typed ?? '');
}

/** A value for a cell; none where it says what stands there anyway and nothing was found there: a number typed again as text is an edit. */
export function stepTo(row: GridRow, field: Field, value: string, findings: FindingsByPlace): EditStep {
  const isSame = !row.masked.includes(field) && value === (row.cells[field] ?? '') && findings.ofCell(row.row, field).length === 0;
  return { row: row.row, field, value: isSame ? undefined : value };
}

/** The edits as the server takes them. */
export function changeOf(edits: Edits) {
  const rows = [...edits];
  return {
    corrections: rows.flatMap(([row, { values }]) =>
      Object.entries(values).map(([field, value]) => ({ row, field: field as Field, ...(value === null ? {} : { value }) })),
    ),
    leaveOut: rows.filter(([, { isLeftOut }]) => isLeftOut === true).map(([row]) => row),
    takeBack: rows.filter(([, { isLeftOut }]) => isLeftOut === false).map(([row]) => row),
  };
}

export interface Editing {
  readonly edits: Edits;
  readonly count: number;
  readonly canUndo: boolean;
  /** Answers how many of the steps found room. */
  readonly change: (steps: readonly EditStep[]) => number;
  readonly undo: () => void;
  readonly clear: () => void;
}

/** Edits that wait to be judged, with the way back. */
export function useEdits(): Editing {
  const [history, setHistory] = useState<readonly Edits[]>([NOTHING]);
  const edits = history.at(-1) ?? NOTHING;
  const change = useCallback(
    (steps: readonly EditStep[]) => {
      const { edits: after, applied } = applySteps(edits, steps);
      if (applied > 0) setHistory((before) => [...before.slice(-STEPS_BACK), after]);
      return applied;
    },
    [edits],
  );
  const undo = useCallback(() => setHistory((before) => (before.length > 1 ? before.slice(0, -1) : before)), []);
  const clear = useCallback(() => setHistory([NOTHING]), []);
  const count = useMemo(() => countEdits(edits), [edits]);
  return { edits, count, canUndo: history.length > 1, change, undo, clear };
}
