import { accept, refuse, type Refusal, type Result } from '../result.ts';
import type { Calculation, CalculationTerms } from './calculation.ts';
import { groupRows, MAX_ROWS, type Column, type Numbers } from './columns/group-rows.ts';
import { factDefaults, factFields, type FactField, type FactName, type Facts } from './facts.ts';
import type { JudgedLine } from './judge-line.ts';
import { judge } from './judge.ts';
import type { SubsidyRule } from './subsidy-rule.ts';

/** Facts of units and of several equal persons are no columns: a row is one person. */
type ColumnName = Exclude<FactName, 'people' | 'capacity' | 'count' | 'trained' | 'exported' | 'awardedFen' | 'paidLevel'>;

/** The facts of many persons, one column a fact; a fact without a column has its default for everybody. */
export interface FactColumns {
  /** Persons; every column has so many numbers. */
  readonly length: number;
  /** Counts, amounts in fen, and flags as 0 and 1. */
  readonly numbers: { readonly [Name in ColumnName]?: Numbers };
  /** Codes, or lists of codes: a number is a place in `values`. */
  readonly codes?: { readonly [Name in ColumnName]?: { readonly values: readonly Facts[Name][]; readonly index: Numbers } };
}

/** A calculation over columns: equal persons share one explanation. */
export interface ColumnCalculation extends Omit<Calculation, 'lines'> {
  /** Row → place in `lines`. */
  readonly lineOf: Uint32Array;
  /** What each kind of person is paid or recovered, with steps and reasons. */
  readonly lines: readonly JudgedLine[];
}

interface NamedColumn extends Column {
  readonly name: FactName;
  readonly valueAt: (number: number) => unknown;
}

/** A number with all bits of the column's numbers: none is above it, and it is not above twice the greatest. */
function boundOf(numbers: Numbers): number {
  let bits = 0;
  for (let row = 0; row < numbers.length; row++) bits |= numbers[row] as number;
  return bits >>> 0;
}

function greatestOf(numbers: Numbers): number {
  let greatest = 0;
  for (const number of numbers) greatest = Math.max(greatest, number);
  return greatest;
}

function valueOf(field: FactField): (number: number) => unknown {
  if (field.type === 'flag') return (number) => number === 1;
  return field.type === 'fen' ? BigInt : (number) => number;
}

/** The columns with their greatest numbers, and what is wrong with them. */
function columnsOf({ length, numbers, codes = {} }: FactColumns): {
  readonly columns: readonly NamedColumn[];
  readonly faults: readonly Refusal[];
} {
  const columns: NamedColumn[] = [];
  const faults: Refusal[] = [];
  const add = (name: FactName, of: Numbers, most: number, valueAt: (number: number) => unknown) => {
    const [bound, pointer, { zh, en }] = [boundOf(of), `/${name}`, factFields[name]];
    const max = bound <= most ? bound : greatestOf(of);
    if (of.length !== length) faults.push({ code: 'COLUMN_LENGTH', pointer, params: { field: name, length: of.length, expected: length } });
    if (max > most)
      faults.push({ code: 'FACT_TOO_LARGE', pointer, params: { field: name, label: zh, labelEn: en, value: max, max: most } });
    columns.push({ name, of, max, valueAt });
  };
  for (const [name, of] of Object.entries(numbers) as [FactName, Numbers][]) {
    const field: FactField = factFields[name];
    add(name, of, field.type === 'flag' ? 1 : (field.max ?? 0), valueOf(field));
  }
  for (const [name, { values, index }] of Object.entries(codes) as [FactName, { values: readonly unknown[]; index: Numbers }][])
    add(name, index, values.length - 1, (number) => values[number]);
  return { columns, faults };
}

function factsAt(row: number, columns: readonly NamedColumn[]): Facts {
  const facts: Record<string, unknown> = { ...factDefaults };
  for (const { name, of, valueAt } of columns) facts[name] = valueAt(of[row] as number);
  return facts as unknown as Facts;
}

/**
 * The same calculation as `calculateSubsidy` for very many persons: equal persons are put together, each kind of person is judged once by the
 * same formula, and every row refers to its kind. Refuses columns that are of different length or beyond what a fact may be.
 */
export function calculateColumns(
  rule: SubsidyRule,
  of: FactColumns,
  terms: CalculationTerms = {},
): Result<ColumnCalculation, 'FACTS_INVALID'> {
  if (of.length > MAX_ROWS)
    return refuse('FACTS_INVALID', { errors: [{ code: 'GIVEN_TOO_MANY', pointer: '', params: { word: 'length', max: MAX_ROWS } }] });
  const { columns, faults } = columnsOf(of);
  if (faults.length > 0) return refuse('FACTS_INVALID', { params: { count: faults.length }, errors: faults });
  const { groupOf, aRow, sizes } = groupRows(of.length, columns);
  const kinds = aRow.map((row, group) => ({ facts: factsAt(row, columns), weight: sizes[group] ?? 0 }));
  const judged = judge(rule, kinds, terms);
  return accept({ ...judged, lineOf: groupOf });
}

/** Fen to be paid by row, exact whole numbers. */
export function amountsOfColumns({ lines, lineOf }: ColumnCalculation): Float64Array {
  const amounts = Float64Array.from(lines, ({ amountFen }) => Number(amountFen));
  const all = new Float64Array(lineOf.length);
  for (let row = 0; row < all.length; row++) all[row] = amounts[lineOf[row] as number] as number;
  return all;
}

/** A person's own amounts and explanation; equal persons have the same one. No list of all is made: it would cost more than the calculation. */
export function lineAt({ lines, lineOf }: ColumnCalculation, row: number): JudgedLine | undefined {
  return lines[lineOf[row] ?? lines.length];
}
