import type { RawRow } from '../../roster/roster-reader.ts';
import { fieldIndex, type RosterField } from '../../roster/roster-columns.ts';

/** What was put right in one row since the file was read. */
export interface RowCorrection {
  readonly values: Readonly<Partial<Record<RosterField, string>>>;
  /** The row stays out of the import, as if it were deleted from the sheet. */
  readonly isLeftOut: boolean;
}

/** Corrections by the row's number in the sheet; the file itself stays as it came. */
export type Corrections = ReadonlyMap<number, RowCorrection>;

/** One request's changes to the corrections. */
export interface CorrectionChange {
  /** Without a value the cell goes back to what the file says; of two for one cell the later holds. */
  readonly corrections: readonly { readonly row: number; readonly field: RosterField; readonly value?: string }[];
  readonly leaveOut: readonly number[];
  readonly takeBack: readonly number[];
}

export const noCorrections: Corrections = new Map();

const NOTHING: RowCorrection = { values: {}, isLeftOut: false };

function without(values: RowCorrection['values'], field: RosterField): RowCorrection['values'] {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name !== field));
}

/** The corrections after a change. */
export function changeCorrections(before: Corrections, change: CorrectionChange): Corrections {
  const after = new Map(before);
  const put = (row: number, of: (was: RowCorrection) => RowCorrection): void => {
    const one = of(after.get(row) ?? NOTHING);
    if (one.isLeftOut || Object.keys(one.values).length > 0) after.set(row, one);
    else after.delete(row);
  };
  for (const { row, field, value } of change.corrections) {
    put(row, (was) => ({ ...was, values: value === undefined ? without(was.values, field) : { ...was.values, [field]: value } }));
  }
  for (const row of change.leaveOut) put(row, (was) => ({ ...was, isLeftOut: true }));
  for (const row of change.takeBack) put(row, (was) => ({ ...was, isLeftOut: false }));
  return after;
}

/** How many cells say something else than the file. */
export function correctedCells(corrections: Corrections): number {
  return [...corrections.values()].reduce((sum, { values }) => sum + Object.keys(values).length, 0);
}

/** The row as corrected: a corrected cell is text, whatever kind of cell it was. */
export function correctRow(raw: RawRow, correction: RowCorrection | undefined): RawRow {
  if (!correction) return raw;
  const values = [...raw.values];
  let mask = 0;
  for (const [field, value] of Object.entries(correction.values)) {
    const index = fieldIndex[field as RosterField];
    values[index] = value;
    mask |= 1 << index;
  }
  return { row: raw.row, values, numbers: raw.numbers & ~mask, formulas: raw.formulas & ~mask, faults: raw.faults & ~mask };
}
