import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../../api/client.ts';
import type { components } from '../../../../api/schema.gen.ts';

export type GridColumn = components['schemas']['RosterColumnResponse'];
export type GridRow = components['schemas']['RosterRowResponse'];
export type Finding = components['schemas']['RosterFindingResponse'];
export type Field = GridColumn['field'];
export type RowState = GridRow['state'];

/** What a grid shows: the columns of the sheet and all rows of one state. */
export interface GridRows {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
}

/** The longest page there is: a roster of the usual size is one. */
const LONGEST = 5000;

async function read(id: string, state: RowState): Promise<GridRows> {
  const rows: GridRow[] = [];
  let cursor: string | undefined;
  for (;;) {
    const query = { state, limit: LONGEST, ...(cursor === undefined ? {} : { cursor }) };
    const page = await answer(api.GET('/v1/rosters/{id}/rows', { params: { path: { id }, query } }));
    rows.push(...page.items);
    if (page.nextCursor === null) return { columns: page.columns, rows };
    cursor = page.nextCursor;
  }
}

/** The rows of one state as they were judged in this version; kept in memory alone, and not after the screen is left. */
export const rowsQuery = (id: string, version: number | undefined, state: RowState) =>
  queryOptions({ queryKey: ['roster-rows', id, version, state], queryFn: () => read(id, state), staleTime: Infinity, gcTime: 0 });

/** The findings of each row, and which of them a cell has. */
export class FindingsByPlace {
  private readonly byRow: ReadonlyMap<number, readonly Finding[]>;

  constructor(findings: readonly Finding[]) {
    const byRow = new Map<number, Finding[]>();
    for (const finding of findings) {
      const of = byRow.get(finding.row);
      if (of) of.push(finding);
      else byRow.set(finding.row, [finding]);
    }
    this.byRow = byRow;
  }

  ofRow(row: number): readonly Finding[] {
    return this.byRow.get(row) ?? NONE;
  }

  ofCell(row: number, field: Field): readonly Finding[] {
    return this.ofRow(row).filter((one) => one.field === field);
  }
}

const NONE: readonly Finding[] = [];

/** Rows of the roster by the worst that was found in them. */
export function countRows(rows: number, findings: readonly Finding[]): Readonly<Record<'error' | 'warning' | 'passed', number>> {
  const errors = new Set(findings.filter(({ row, severity }) => row > 0 && severity === 'error').map(({ row }) => row));
  const warnings = new Set(findings.filter(({ row }) => row > 0 && !errors.has(row)).map(({ row }) => row));
  return { error: errors.size, warning: warnings.size, passed: rows - errors.size - warnings.size };
}
