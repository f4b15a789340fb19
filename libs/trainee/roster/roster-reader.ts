import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';
import { fieldIndex, fieldOf, rosterColumns, rosterFields, type RosterField } from './roster-columns.ts';
import { columnLetter, readSheet, type Cell, type SheetRow } from './sheet-cells.ts';
import { openWorkbook, type WorkbookParts } from './workbook-parts.ts';

/** The version the template of this release carries. */
export const CURRENT_TEMPLATE = '2026.1';
/** Template versions this release reads; a roster without a version cell is read by its headings alone. */
const TEMPLATE_VERSIONS: readonly string[] = [CURRENT_TEMPLATE];

/** A row of the roster: texts in the order of `rosterFields`, and bit masks over the same order. */
export interface RawRow {
  readonly row: number;
  readonly values: readonly string[];
  readonly numbers: number;
  readonly formulas: number;
  readonly faults: number;
}

export interface RosterHeader {
  readonly sheetName: string;
  readonly sheetIndex: number;
  readonly headerRow: number;
  /** Letter of each field's column in the sender's sheet. */
  readonly letters: Readonly<Partial<Record<RosterField, string>>>;
}

/**
 * Reads a roster row by row: finds the header by its names within the first ten rows (it may stand below a merged title), hands over every
 * row below it that names somebody, and passes over empty rows, numbered empty rows and closing remarks.
 * @throws FileRefusal where the file cannot be read as a roster
 */
export async function readRoster(
  bytes: Buffer,
  take: { header: (header: RosterHeader) => void; row: (row: RawRow) => void },
): Promise<number> {
  const parts = await openWorkbook(bytes);
  let columns: ReadonlyMap<number, number> | undefined;
  let best: readonly RosterField[] = [];
  let count = 0;
  await readSheet(parts, (row) => {
    if (columns) {
      const raw = rawRow(row, columns, parts.from1904);
      if (!raw) return;
      if (++count > limits.rows) throw new FileRefusal('ROSTER_TOO_MANY_ROWS', { limit: limits.rows });
      take.row(raw);
      return;
    }
    refuseOtherTemplate(row);
    const fields = row.number <= limits.headerWithinRows ? headerFields(row) : new Map<RosterField, number>();
    if (fields.has('name') && fields.has('idNumber')) {
      columns = accepted(fields);
      take.header(headerOf(row, fields, parts));
    } else if (fields.size > best.length) best = [...fields.keys()];
  });
  if (!columns) throw new FileRefusal('ROSTER_HEADER_MISSING', { columns: missing(new Set(best)) });
  if (count === 0) throw new FileRefusal('ROSTER_EMPTY');
  return count;
}

function refuseOtherTemplate(row: SheetRow): void {
  for (const cell of row.cells) {
    const version = /模板版本\s*[:：]?\s*([\d.]+)/.exec(cell.text)?.[1];
    if (version !== undefined && !TEMPLATE_VERSIONS.includes(version)) {
      throw new FileRefusal('ROSTER_TEMPLATE_VERSION', { found: version, current: TEMPLATE_VERSIONS.at(-1) ?? '' });
    }
  }
}

function headerFields(row: SheetRow): Map<RosterField, number> {
  const fields = new Map<RosterField, number>();
  for (const cell of row.cells) {
    const field = fieldOf(cell.text);
    if (field && !fields.has(field)) fields.set(field, cell.column);
  }
  return fields;
}

function accepted(fields: ReadonlyMap<RosterField, number>): ReadonlyMap<number, number> {
  const lacking = missing(new Set(fields.keys()));
  if (lacking !== '') throw new FileRefusal('ROSTER_HEADER_MISSING', { columns: lacking });
  return new Map([...fields].map(([field, column]) => [column, fieldIndex[field]]));
}

function missing(found: ReadonlySet<RosterField>): string {
  return rosterFields
    .filter((field) => rosterColumns[field].required && !found.has(field))
    .map((field) => rosterColumns[field].title)
    .join('、');
}

function headerOf(row: SheetRow, fields: ReadonlyMap<RosterField, number>, parts: WorkbookParts): RosterHeader {
  const letters = Object.fromEntries([...fields].map(([field, column]) => [field, columnLetter(column)]));
  return { sheetName: parts.sheetName, sheetIndex: parts.sheetIndex, headerRow: row.number, letters };
}

function rawRow(row: SheetRow, columns: ReadonlyMap<number, number>, from1904: boolean): RawRow | undefined {
  const values: string[] = new Array<string>(rosterFields.length).fill('');
  let numbers = 0;
  let formulas = 0;
  let faults = 0;
  let filled = 0;
  for (const cell of row.cells) {
    const index = columns.get(cell.column);
    if (index === undefined) continue;
    values[index] = index === fieldIndex.birthDate ? dayOf(cell, from1904) : cell.text;
    if (cell.isNumber) numbers |= 1 << index;
    if (cell.isFormula) formulas |= 1 << index;
    if (cell.isError) faults |= 1 << index;
    if (index !== fieldIndex.sequence && !(cell.isFormula && cell.text === '')) filled++;
  }
  const namesNobody = blank(values[fieldIndex.name]) && blank(values[fieldIndex.idNumber]);
  const isRemark = filled <= 1 && blank(values[fieldIndex.idNumber]);
  const isEmpty = namesNobody && (filled === 0 || (formulas !== 0 && filled <= 2));
  return isRemark || isEmpty ? undefined : { row: row.number, values, numbers, formulas, faults };
}

function blank(text: string | undefined): boolean {
  return text === undefined || text.trim() === '';
}

const DAY_MS = 86_400_000;
/** Serial 0 of Excel's two calendars; the 1900 one counts a 29 February 1900 that never was, so its days after it start here. */
const SERIAL_ZERO = { 1900: Date.UTC(1899, 11, 30), 1904: Date.UTC(1904, 0, 1) };

/** A date cell holds a serial number of days; anything else stays as written. */
function dayOf(cell: Cell, from1904: boolean): string {
  const serial = Number(cell.text);
  if (!cell.isNumber || !(serial > 60 && serial < 80_000)) return cell.text;
  return new Date(SERIAL_ZERO[from1904 ? 1904 : 1900] + Math.floor(serial) * DAY_MS).toISOString().slice(0, 10);
}
