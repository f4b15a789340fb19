import { useId, useMemo, type ReactNode } from 'react';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { CellEditor } from './cell-editor.tsx';
import { cellId, GridRowLine } from './grid-row.tsx';
import type { Edits } from './edits.ts';
import type { Field, FindingsByPlace, GridColumn, GridRow } from './rows.ts';
import type { Grid } from './use-grid.ts';
import { ROW_HEIGHT } from './use-window.ts';
import { fixWords } from './words.ts';
import './fix.css';

const WIDTHS: Readonly<Partial<Record<Field, number>>> = {
  sequence: 64,
  gender: 64,
  ethnicity: 80,
  idNumber: 208,
  household: 200,
  residence: 168,
  category: 152,
  employer: 200,
  card: 184,
};
const USUAL_WIDTH = 120;
/** Room below the last row for a scroll bar and the borders, in pixels. */
const SCROLLBAR = 20;
/** The column of the sheet's row numbers, which stays at the left. */
export const HEAD_WIDTH = 64;

/** Pixels of each column. */
export function useWidths(columns: readonly GridColumn[]): readonly number[] {
  return useMemo(() => columns.map(({ field }) => WIDTHS[field] ?? USUAL_WIDTH), [columns]);
}

interface FixGridProps {
  readonly label: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly edits: Edits;
  readonly findings: FindingsByPlace;
  readonly widths: readonly number[];
  readonly grid: Grid;
  /** Id of what tells about the cell one is at, and of how the keys work. */
  readonly describedBy: string;
  readonly keysId: string;
}

/** The rows of a roster as a grid (ARIA grid): only those in view are in the document, the focus stays on the grid itself. */
export function FixGrid({ label, columns, rows, edits, findings, widths, grid, describedBy, keysId }: FixGridProps) {
  const words = useWords(fixWords);
  const id = useId();
  const template = [HEAD_WIDTH, ...widths].map((width) => `${width}px`).join(' ');
  const width = widths.reduce((sum, one) => sum + one, HEAD_WIDTH);
  const { at, window } = grid;
  const [row, column] = [rows[at.row], columns[at.column]];
  // Lines are used again as one scrolls, by their place in the window. The one the keys are at is its own, in view or not: the grid points at it,
  // and what is typed there must not be lost.
  const size = Math.max(1, window.until - window.from);
  const drawn = Array.from({ length: Math.max(0, window.until - window.from) }, (_, index) => window.from + index);
  if (row && (at.row < window.from || at.row >= window.until)) drawn.push(at.row);
  const editor: ReactNode =
    grid.isEditing && row && column ? (
      <CellEditor
        label={words.cellOf(row.row, column.title)}
        value={grid.begin}
        placeholder={grid.begin === '' && row.masked.includes(column.field) ? words.whole : undefined}
        describedBy={describedBy}
        onLeave={grid.leave}
        onPasteCells={grid.pasteCells}
      />
    ) : undefined;
  return (
    <div
      ref={grid.container}
      role="grid"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 1}
      aria-describedby={keysId}
      {...(row && column ? { 'aria-activedescendant': cellId(id, row.row, column.field) } : {})}
      tabIndex={0}
      className="kbt-fix"
      style={{ height: `min(50vh, 500px, ${(rows.length + 1) * ROW_HEIGHT + SCROLLBAR}px)` }}
      {...grid.handlers}
    >
      <div role="row" aria-rowindex={1} className="kbt-fix-heads" style={{ gridTemplateColumns: template, width }}>
        <div role="columnheader" aria-colindex={1} className="kbt-fix-head">
          {words.rowNumber}
        </div>
        {columns.map(({ field, title, letter }, index) => (
          <div key={field} role="columnheader" aria-colindex={index + 2} title={`${letter} ${title}`}>
            {title}
          </div>
        ))}
      </div>
      <div role="rowgroup" className="kbt-fix-body" style={{ height: rows.length * ROW_HEIGHT, width }}>
        {drawn.map((index) => {
          const one = rows[index];
          return (
            one && (
              <GridRowLine
                key={index === at.row ? 'at' : index % size}
                grid={id}
                index={index}
                row={one}
                edit={edits.get(one.row)}
                findings={findings.ofRow(one.row)}
                columns={columns}
                template={template}
                fromColumn={window.fromColumn}
                untilColumn={window.untilColumn}
                at={index === at.row ? at.column : undefined}
                editor={index === at.row ? editor : undefined}
                describedBy={describedBy}
                leftOutWord={words.leftOutMark}
              />
            )
          );
        })}
      </div>
    </div>
  );
}
