import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type ClipboardEvent,
  type KeyboardEvent,
  type MouseEvent,
  type RefObject,
} from 'react';
import { LONGEST_VALUE, type Leave } from './cell-editor.tsx';
import { shownValue, stepTo, type Editing } from './edits.ts';
import { commandOf, isComposing, type Command } from './keys.ts';
import { cellsOf, spread } from './paste.ts';
import type { FindingsByPlace, GridRows } from './rows.ts';
import { useWindow, type GridWindow } from './use-window.ts';

export interface Place {
  readonly row: number;
  readonly column: number;
}

interface GridOf extends GridRows {
  readonly findings: FindingsByPlace;
  /** F8 goes to cells with such a finding. */
  readonly severity: 'error' | 'warning';
  readonly editing: Editing;
  readonly widths: readonly number[];
  readonly fixed: number;
  /** Told to a screen reader, and shown. */
  readonly tell: (
    event: { readonly kind: 'no-finding' } | { readonly kind: 'pasted'; readonly cells: number; readonly dropped: number },
  ) => void;
}

export interface Grid {
  readonly container: RefObject<HTMLDivElement | null>;
  readonly window: GridWindow;
  readonly at: Place;
  readonly isEditing: boolean;
  /** What the editor begins with: nothing where the cell is masked, it is replaced whole. */
  readonly begin: string;
  readonly goTo: (place: Place) => void;
  readonly goToFinding: (by: -1 | 1) => void;
  readonly leave: (typed: string | undefined, to: Leave) => void;
  readonly pasteCells: (text: string) => void;
  readonly handlers: {
    readonly onKeyDown: (event: KeyboardEvent<HTMLDivElement>) => void;
    readonly onPaste: (event: ClipboardEvent<HTMLDivElement>) => void;
    readonly onClick: (event: MouseEvent<HTMLDivElement>) => void;
    readonly onScroll: () => void;
  };
}

const STEPS: Readonly<Record<Leave, readonly [rows: number, columns: number]>> = {
  blur: [0, 0],
  here: [0, 0],
  down: [1, 0],
  right: [0, 1],
  left: [0, -1],
  'next-finding': [0, 0],
  'previous-finding': [0, 0],
};

/** Where a key that moves leads; undefined for one that does something else. */
function ledTo(command: Command, at: Place, last: Place, page: number): Place | undefined {
  const end = (edge: 'first' | 'last' | undefined, now: number, most: number) => (edge === undefined ? now : edge === 'first' ? 0 : most);
  if (command.kind === 'move') return { row: at.row + command.rows, column: at.column + command.columns };
  if (command.kind === 'page') return { row: at.row + command.by * page, column: at.column };
  if (command.kind === 'edge') return { row: end(command.row, at.row, last.row), column: end(command.column, at.column, last.column) };
  return undefined;
}

const isAfter = (one: Place, other: Place): boolean => one.row > other.row || (one.row === other.row && one.column > other.column);

function placeOf(target: EventTarget): Place | undefined {
  const cell = target instanceof Element ? target.closest<HTMLElement>('[data-row]') : null;
  return cell ? { row: Number(cell.dataset['row']), column: Number(cell.dataset['column']) } : undefined;
}

/** Places with a finding to mend, in reading order. */
function usePlaces({ rows, columns, findings, severity }: GridOf): readonly Place[] {
  return useMemo(() => {
    const columnOf = new Map(columns.map(({ field }, column) => [field, column]));
    return rows.flatMap(({ row }, index) => {
      const found = findings.ofRow(row).filter((one) => one.severity === severity && one.field !== undefined);
      const places = new Set(found.flatMap(({ field }) => (field === undefined ? [] : (columnOf.get(field) ?? []))));
      return [...places].sort((one, other) => one - other).map((column) => ({ row: index, column }));
    });
  }, [rows, columns, findings, severity]);
}

/** Whether nobody has mended a place yet. */
function isOpen(place: Place, { rows, columns, editing }: GridOf): boolean {
  const row = rows[place.row];
  const field = columns[place.column]?.field;
  if (!row || !field) return false;
  const edit = editing.edits.get(row.row);
  return edit?.values[field] === undefined && edit?.isLeftOut !== true;
}

/** The behaviour of the grid: where one is, what the keys do, what is pasted; the focus itself stays on the grid. */
export function useGrid(of: GridOf): Grid {
  const { rows, columns, editing, widths, fixed, tell } = of;
  const container = useRef<HTMLDivElement>(null);
  const window = useWindow(container, rows.length, widths, fixed);
  const places = usePlaces(of);
  const [at, setAt] = useState<Place>(places[0] ?? { row: 0, column: 0 });
  const [isEditing, setEditing] = useState(false);
  const { reveal } = window;
  useEffect(() => {
    reveal(at.row, at.column);
  }, [at, reveal]);

  const goTo = useCallback(
    ({ row, column }: Place) =>
      setAt({ row: Math.max(0, Math.min(rows.length - 1, row)), column: Math.max(0, Math.min(columns.length - 1, column)) }),
    [rows.length, columns.length],
  );
  const focus = (): void => container.current?.focus({ preventScroll: true });
  const goToFinding = (by: -1 | 1): void => {
    const open = places.filter((place) => isOpen(place, of));
    const next = by > 0 ? (open.find((one) => isAfter(one, at)) ?? open[0]) : (open.findLast((one) => isAfter(at, one)) ?? open.at(-1));
    if (next) setAt(next);
    else tell({ kind: 'no-finding' });
    focus();
  };
  const row = rows[at.row];
  const field = columns[at.column]?.field;
  const edit = row && editing.edits.get(row.row);
  const isMasked = row !== undefined && field !== undefined && edit?.values[field] === undefined && row.masked.includes(field);
  const begin = row === undefined || field === undefined || isMasked ? '' : shownValue(row, field, edit);
  const leave = (typed: string | undefined, to: Leave): void => {
    setEditing(false);
    if (typed !== undefined && row && field && !(isMasked && typed === '')) editing.change([stepTo(row, field, typed, of.findings)]);
    const [down, right] = STEPS[to];
    if (to === 'next-finding' || to === 'previous-finding') goToFinding(to === 'next-finding' ? 1 : -1);
    else goTo({ row: at.row + down, column: at.column + right });
    // A click elsewhere has taken the focus where it was meant to go.
    if (to !== 'blur') focus();
  };
  const pasteCells = (text: string): void => {
    setEditing(false);
    const { steps, dropped } = spread(cellsOf(text), of, at, LONGEST_VALUE);
    const applied = editing.change(steps);
    tell({ kind: 'pasted', cells: applied, dropped: dropped + steps.length - applied });
    focus();
  };
  const perform = (command: Command): void => {
    const place = ledTo(command, at, { row: rows.length - 1, column: columns.length - 1 }, window.page);
    if (place) goTo(place);
    else if (command.kind === 'finding') goToFinding(command.by);
    else if (command.kind === 'edit') setEditing(row !== undefined);
    else if (command.kind === 'undo') editing.undo();
    else if (command.kind === 'empty' && row && field) editing.change([stepTo(row, field, '', of.findings)]);
  };
  const handlers = handlersOf({ at, perform, pasteCells, edit: () => setEditing(true), goTo: setAt, onScroll: window.onScroll });
  return { container, window, at, isEditing, begin, goTo, goToFinding, leave, pasteCells, handlers };
}

interface Reactions {
  readonly at: Place;
  readonly perform: (command: Command) => void;
  readonly pasteCells: (text: string) => void;
  readonly edit: () => void;
  readonly goTo: (place: Place) => void;
  readonly onScroll: () => void;
}

/** What happens in the editor is the editor's; while an input method composes, keys are its own. */
function handlersOf({ at, perform, pasteCells, edit, goTo, onScroll }: Reactions): Grid['handlers'] {
  return {
    onKeyDown: (event) => {
      if (event.target instanceof HTMLInputElement || isComposing(event.nativeEvent)) return;
      const command = commandOf(event);
      if (!command) return;
      event.preventDefault();
      perform(command);
    },
    onPaste: (event) => {
      if (event.target instanceof HTMLInputElement) return;
      event.preventDefault();
      const text = event.clipboardData.getData('text/plain');
      if (text !== '') pasteCells(text); // a picture has none
    },
    onClick: (event) => {
      const place = placeOf(event.target);
      if (!place || event.target instanceof HTMLInputElement) return;
      if (place.row === at.row && place.column === at.column) edit();
      else goTo(place);
    },
    onScroll,
  };
}
