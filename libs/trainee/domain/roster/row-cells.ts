import type { RawRow } from '../../roster/roster-reader.ts';
import { fieldIndex, type RosterField } from '../../roster/roster-columns.ts';
import type { RosterFinding, RosterFindingCode } from './finding.ts';

export type Find = (code: RosterFindingCode, field?: RosterField, params?: RosterFinding['params']) => void;

/** One row by the names of its columns. */
export class RowCells {
  constructor(private readonly raw: RawRow) {}

  text(field: RosterField): string {
    return this.raw.values[fieldIndex[field]] ?? '';
  }

  isNumber(field: RosterField): boolean {
    return (this.raw.numbers & (1 << fieldIndex[field])) !== 0;
  }

  isFormula(field: RosterField): boolean {
    return (this.raw.formulas & (1 << fieldIndex[field])) !== 0;
  }

  isFault(field: RosterField): boolean {
    return (this.raw.faults & (1 << fieldIndex[field])) !== 0;
  }

  get hasOddities(): boolean {
    return (this.raw.formulas | this.raw.faults) !== 0;
  }
}
