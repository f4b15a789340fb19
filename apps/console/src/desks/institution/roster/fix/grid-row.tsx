import { memo, type ReactNode } from 'react';
import { shownValue, type RowEdit } from './edits.ts';
import type { Finding, GridColumn, GridRow } from './rows.ts';
import { ROW_HEIGHT } from './use-window.ts';

/** Identifies the element of a cell, for the grid that points at it. */
export const cellId = (grid: string, row: number, field: string): string => `${grid}-${row}-${field}`;

interface GridRowLineProps {
  readonly grid: string;
  readonly index: number;
  readonly row: GridRow;
  readonly edit: RowEdit | undefined;
  readonly findings: readonly Finding[];
  readonly columns: readonly GridColumn[];
  readonly template: string;
  /** Columns in view. */
  readonly fromColumn: number;
  readonly untilColumn: number;
  /** Index of the column the keys are at, where they are in this row. */
  readonly at: number | undefined;
  /** Takes the place of the text of that cell. */
  readonly editor: ReactNode;
  readonly describedBy: string;
  readonly leftOutWord: string;
}

function worst(findings: readonly Finding[], field: string): 'error' | 'warning' | undefined {
  const own = findings.filter((one) => one.field === field);
  return own.some(({ severity }) => severity === 'error') ? 'error' : own[0]?.severity;
}

/** One row of the grid. Only its own edits and findings draw it again: the others stay as they are while one types. */
export const GridRowLine = memo(function GridRowLine(props: GridRowLineProps) {
  const { grid, index, row, edit, findings, columns, template, fromColumn, untilColumn, at, editor, describedBy, leftOutWord } = props;
  const isLeftOut = edit?.isLeftOut ?? row.state === 'left-out';
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={isLeftOut ? 'kbt-fix-row kbt-fix-out' : 'kbt-fix-row'}
      style={{ top: index * ROW_HEIGHT, gridTemplateColumns: template }}
    >
      <div role="rowheader" aria-colindex={1} className="kbt-fix-head">
        {row.row}
        {isLeftOut && <span className="kbt-hidden">{leftOutWord}</span>}
      </div>
      {columns.map(({ field }, column) => {
        const isActive = at === column;
        if (!isActive && (column < fromColumn || column >= untilColumn)) return null;
        const isEdited = edit?.values[field] !== undefined;
        const severity = worst(findings, field);
        const marks = [
          'kbt-fix-cell',
          severity !== undefined && !isEdited && `kbt-fix-${severity}`,
          isEdited && 'kbt-fix-edited',
          !isEdited && row.masked.includes(field) && 'kbt-fix-masked',
          isActive && 'kbt-fix-active',
        ];
        return (
          <div
            key={field}
            role="gridcell"
            id={cellId(grid, row.row, field)}
            aria-colindex={column + 2}
            aria-selected={isActive}
            {...(severity === 'error' && !isEdited ? { 'aria-invalid': true } : {})}
            {...(isActive ? { 'aria-describedby': describedBy } : {})}
            data-row={index}
            data-column={column}
            className={marks.filter(Boolean).join(' ')}
            style={{ gridColumn: column + 2 }}
          >
            {isActive && editor !== undefined ? editor : shownValue(row, field, edit)}
          </div>
        );
      })}
    </div>
  );
});
