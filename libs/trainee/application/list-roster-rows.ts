import { decodeCursor, pageOf, type Page } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { correctRow, type Corrections } from '../domain/roster/corrections.ts';
import type { RosterFinding } from '../domain/roster/finding.ts';
import { isPersonal, maskCell } from '../domain/roster/mask-cell.ts';
import type { ImportRow } from '../persistence/roster.query.ts';
import { fieldIndex, rosterFields, type RosterField } from '../roster/roster-columns.ts';
import type { RawRow } from '../roster/roster-reader.ts';
import { readRows } from './judge-roster.ts';

export const rowStates = ['error', 'warning', 'passed', 'left-out'] as const;
export type RosterRowState = (typeof rowStates)[number];

/** A row as the grid shows it. Cells without a finding that tell who somebody is are masked; empty cells are left away. */
export interface ShownRosterRow {
  readonly row: number;
  readonly state: RosterRowState;
  readonly cells: Readonly<Partial<Record<RosterField, string>>>;
  readonly masked: readonly RosterField[];
  readonly corrected: readonly RosterField[];
}

export interface RosterRowsWish {
  readonly state?: RosterRowState | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

function stateOf(findings: readonly RosterFinding[], isLeftOut: boolean): RosterRowState {
  if (isLeftOut) return 'left-out';
  if (findings.some(({ severity }) => severity === 'error')) return 'error';
  return findings.length > 0 ? 'warning' : 'passed';
}

function shown(raw: RawRow, state: RosterRowState, findings: readonly RosterFinding[], corrected: readonly RosterField[]): ShownRosterRow {
  const told = new Set(findings.map(({ field }) => field));
  const cells: Partial<Record<RosterField, string>> = {};
  const masked: RosterField[] = [];
  for (const field of rosterFields) {
    const value = raw.values[fieldIndex[field]] ?? '';
    if (value === '') continue;
    const isMasked = isPersonal(field) && !told.has(field) && value.trim() !== '';
    cells[field] = isMasked ? maskCell(field, value) : value;
    if (isMasked) masked.push(field);
  }
  return { row: raw.row, state, cells, masked, corrected };
}

/**
 * Rows of a waiting import in the sheet's order, corrected as far as they are: the file is read again in its own process, so that nobody's
 * data is kept a second time.
 */
export async function listRosterRows(
  file: Buffer,
  { state: importState, findings }: ImportRow,
  corrections: Corrections,
  wish: RosterRowsWish,
): Promise<Result<Page<ShownRosterRow>>> {
  if (importState !== 'validated') return refuse('ROSTER_IMPORT_CLOSED', { params: { state: importState } });
  const key = decodeCursor(wish.cursor, ['count']);
  if (!key.ok) return key;
  const after = Number(key.value?.[0] ?? 0);
  const byRow = Map.groupBy(findings, ({ row }) => row);
  const items: ShownRosterRow[] = [];
  await readRows(file, (raw) => {
    if (raw.row <= after || items.length > wish.limit) return;
    const correction = corrections.get(raw.row);
    const told = byRow.get(raw.row) ?? [];
    const state = stateOf(told, correction?.isLeftOut === true);
    if (wish.state !== undefined && wish.state !== state) return;
    items.push(shown(correctRow(raw, correction), state, told, Object.keys(correction?.values ?? {}) as RosterField[]));
  });
  return accept(
    pageOf(
      items,
      wish.limit,
      ({ row }) => [String(row)],
      (row) => row,
    ),
  );
}
