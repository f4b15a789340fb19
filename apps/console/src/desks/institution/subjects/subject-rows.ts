import type { components } from '../../../api/schema.gen.ts';
import type { SubjectColumn } from './subject-columns.ts';

/** What is typed of one subject, by the path of its column. */
export type SubjectRow = Readonly<Record<string, string>>;
export type GivenSubject = components['schemas']['SubjectRequest'];

const YES = new Set(['是', 'yes', 'y', 'true', '1', '√']);
const SEVERAL = /[;；、]/;

function codeOf({ options }: SubjectColumn, cell: string): string {
  return options?.find(({ value, label }) => value === cell || label === cell || label.startsWith(`${cell}（`))?.value ?? cell;
}

/** A cell as it is kept: words for yes and for codes are understood as the form shows them. */
function readCell(column: SubjectColumn, raw: string): string {
  const cell = raw.trim();
  switch (column.type) {
    case 'flag':
      return YES.has(cell.toLowerCase()) ? 'yes' : '';
    case 'code':
      return codeOf(column, cell);
    case 'codes':
      return cell
        .split(SEVERAL)
        .map((one) => codeOf(column, one.trim()))
        .filter((one) => one !== '')
        .join(';');
    case 'text':
    case 'month':
    case 'count':
    case 'money':
      return cell;
  }
}

/** Rows pasted from a spreadsheet: a line each, cells apart by tabs (or commas where there is no tab). A first row of titles is skipped. */
export function readPasted(text: string, columns: readonly SubjectColumn[]): readonly SubjectRow[] {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const separator = lines.some((line) => line.includes('\t')) ? '\t' : /[,，]/;
  const rows = lines.map((line) => line.split(separator));
  const isTitled = rows[0]?.[0]?.trim() === columns[0]?.label;
  return rows
    .slice(isTitled ? 1 : 0)
    .map((cells) => Object.fromEntries(columns.map((column, index) => [column.path, readCell(column, cells[index] ?? '')])));
}

function factOf(column: SubjectColumn, value: string): unknown {
  switch (column.type) {
    case 'count':
      return /^\d+$/.test(value) ? Number(value) : value;
    case 'flag':
      return value === 'yes';
    case 'codes':
      return value.split(';');
    case 'text':
    case 'month':
    case 'money':
    case 'code':
      return value;
  }
}

/** The subject as the API takes it; what is empty is not said. */
export function subjectOf(row: SubjectRow, columns: readonly SubjectColumn[]): GivenSubject {
  const said = (path: string): string | undefined => (row[path] === undefined || row[path] === '' ? undefined : row[path]);
  const facts = columns
    .filter(({ path }) => path.startsWith('facts/'))
    .flatMap((column): [string, unknown][] => {
      const value = said(column.path);
      return value === undefined ? [] : [[column.path.slice('facts/'.length), factOf(column, value)]];
    });
  const group = (prefix: string): Record<string, string> | undefined => {
    const entries = columns
      .filter(({ path }) => path.startsWith(`${prefix}/`))
      .flatMap(({ path }): [string, string][] => {
        const value = said(path);
        return value === undefined ? [] : [[path.slice(prefix.length + 1), value]];
      });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  };
  const plain = Object.fromEntries(
    ['name', 'idNumber', 'unitName', 'reference'].flatMap((path) => (said(path) === undefined ? [] : [[path, said(path)]])),
  );
  const period = group('period');
  const account = group('account');
  // What of a period or an account is missing is told by the server, at its field.
  return { ...plain, ...(period ? { period } : {}), ...(account ? { account } : {}), facts: Object.fromEntries(facts) } as GivenSubject;
}
