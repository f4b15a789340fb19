import { Button } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../../../app/i18n/define-words.ts';
import { useShortcut } from '../../../../app/keys/use-shortcut.ts';
import { EmptyState } from '../../../../components/empty-state.tsx';
import { AboutCell } from './about-cell.tsx';
import { BulkFixes } from './bulk-fixes.tsx';
import { MOST_EDITS, type Editing, type EditStep } from './edits.ts';
import { FixGrid, HEAD_WIDTH, useWidths } from './fix-grid.tsx';
import type { FindingsByPlace, GridRows } from './rows.ts';
import { useGrid } from './use-grid.ts';
import { fixWords } from './words.ts';

interface FixRowsProps {
  /** The tab these rows stand under. */
  readonly label: string;
  readonly of: GridRows;
  readonly findings: FindingsByPlace;
  readonly severity: 'error' | 'warning';
  readonly editing: Editing;
}

const NEXT = { zh: '花名册：下一处错误', en: 'Roster: next finding' };

/** The rows under one tab: the grid, what is told of the cell one is at, and what mends many at once. */
export function FixRows({ label, of, findings, severity, editing }: FixRowsProps) {
  const words = useWords(fixWords);
  const [aboutId, keysId] = [useId(), useId()];
  const [told, setTold] = useState('');
  const widths = useWidths(of.columns);
  const grid = useGrid({
    ...of,
    findings,
    severity,
    editing,
    widths,
    fixed: HEAD_WIDTH,
    tell: (event) =>
      setTold(
        event.kind === 'no-finding' ? words.noFinding : words.pasted(event.cells) + (event.dropped > 0 ? words.dropped(event.dropped) : ''),
      ),
  });
  useShortcut('F8', NEXT, () => grid.goToFinding(1));
  const change = (steps: readonly EditStep[]): void => {
    const applied = editing.change(steps);
    setTold(words.changed(applied) + (applied < steps.length ? words.notChanged(steps.length - applied, MOST_EDITS) : ''));
  };
  const [row, column] = [of.rows[grid.at.row], of.columns[grid.at.column]];
  if (!row || !column) return <EmptyState why={words.nobody} />;
  return (
    <>
      <BulkFixes of={of} findings={findings} edits={editing.edits} onChange={change} />
      <AboutCell id={aboutId} row={row} column={column} edits={editing.edits} findings={findings} onChange={change} />
      <FixGrid
        label={words.grid(label)}
        columns={of.columns}
        rows={of.rows}
        edits={editing.edits}
        findings={findings}
        widths={widths}
        grid={grid}
        describedBy={aboutId}
        keysId={keysId}
      />
      <div className="kbt-fix-bar">
        <Button size="small" onClick={() => grid.goToFinding(-1)}>
          {words.previous}
        </Button>
        <Button size="small" onClick={() => grid.goToFinding(1)}>
          {words.next}
        </Button>
        <Button size="small" disabled={!editing.canUndo} onClick={editing.undo}>
          {words.undo}
        </Button>
        <span role="status">{told}</span>
      </div>
      <p id={keysId} className="kbt-hint">
        {words.keys}
      </p>
    </>
  );
}
