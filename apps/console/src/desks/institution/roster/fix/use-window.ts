import { useCallback, useLayoutEffect, useMemo, useState, type RefObject } from 'react';

/** Height of every row and of the header, in pixels: what makes the windowing simple. The style sheet says the same. */
export const ROW_HEIGHT = 36;
/** Rows drawn beyond the edges, so that a turn of the wheel meets no gap. */
const ROWS_BEYOND = 6;

export interface GridWindow {
  /** First row drawn, and the one after the last. */
  readonly from: number;
  readonly until: number;
  /** First column drawn, and the one after the last. */
  readonly fromColumn: number;
  readonly untilColumn: number;
  /** Whole rows that fit: what a page is. */
  readonly page: number;
  readonly onScroll: () => void;
  /** Scrolls as little as it takes to show a cell. */
  readonly reveal: (row: number, column: number) => void;
}

interface View {
  /** First row in view; how many whole rows fit below the header. */
  readonly row: number;
  readonly fitting: number;
  /** Columns in view, at least in part. */
  readonly fromColumn: number;
  readonly untilColumn: number;
}

function viewOf(element: HTMLElement, lefts: readonly number[], fixed: number): View {
  const [left, right] = [element.scrollLeft, element.scrollLeft + element.clientWidth - fixed];
  const beyond = lefts.findIndex((at) => at >= right);
  return {
    row: Math.floor(element.scrollTop / ROW_HEIGHT),
    fitting: Math.max(1, Math.floor(element.clientHeight / ROW_HEIGHT) - 1),
    fromColumn: Math.max(
      0,
      lefts.findLastIndex((at) => at <= left),
    ),
    untilColumn: beyond < 0 ? lefts.length : beyond,
  };
}

const isSame = (one: View, other: View): boolean =>
  one.row === other.row && one.fitting === other.fitting && one.fromColumn === other.fromColumn && one.untilColumn === other.untilColumn;

/**
 * Which rows and columns of a large grid are drawn. Rows have one height and columns a known width, so that nothing need be measured.
 * @param widths of the columns that scroll, in pixels
 * @param fixed width of the column that stays at the left, in pixels
 */
export function useWindow(container: RefObject<HTMLDivElement | null>, rows: number, widths: readonly number[], fixed: number): GridWindow {
  const [view, setView] = useState<View>({ row: 0, fitting: 12, fromColumn: 0, untilColumn: 8 });
  /** Where each column begins. */
  const lefts = useMemo(() => widths.map((_, column) => widths.slice(0, column).reduce((sum, width) => sum + width, 0)), [widths]);
  const onScroll = useCallback(() => {
    const element = container.current;
    if (!element) return;
    const now = viewOf(element, lefts, fixed);
    setView((before) => (isSame(before, now) ? before : now));
  }, [container, lefts, fixed]);
  useLayoutEffect(() => {
    const element = container.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(onScroll);
    observer.observe(element);
    return () => observer.disconnect();
  }, [container, onScroll]);
  const reveal = useCallback(
    (row: number, column: number) => {
      const element = container.current;
      const [left = 0, width = 0] = [lefts[column], widths[column]];
      if (!element) return;
      const top = row * ROW_HEIGHT;
      const lowest = top + 2 * ROW_HEIGHT - element.clientHeight;
      if (top < element.scrollTop) element.scrollTop = top;
      else if (lowest > element.scrollTop) element.scrollTop = lowest;
      const rightmost = fixed + left + width - element.clientWidth;
      if (left < element.scrollLeft) element.scrollLeft = left;
      else if (rightmost > element.scrollLeft) element.scrollLeft = rightmost;
    },
    [container, lefts, widths, fixed],
  );
  const from = Math.max(0, Math.min(view.row, rows - view.fitting) - ROWS_BEYOND);
  const until = Math.min(rows, view.row + view.fitting + 1 + ROWS_BEYOND);
  return { from, until, fromColumn: view.fromColumn, untilColumn: view.untilColumn, page: view.fitting, onScroll, reveal };
}
