import { useEffect, useMemo, useRef, type RefObject } from 'react';

export interface Follower {
  /** Brings an element into view without telling it as a scroll of the reader. */
  readonly bring: (target: HTMLElement, block?: 'start' | 'center' | 'nearest') => void;
}

/** The reader's own acts make a pane the leading one; only then does its scrolling lead the other pane. */
const ACTS = ['wheel', 'pointerdown', 'touchstart', 'keydown'] as const;
const LEAD_MS = 1500;

/**
 * Two panes in step: tells which element stands at the top of the pane while the reader scrolls it, and brings elements into view for the
 * other pane without an echo.
 */
export function useFollow(pane: RefObject<HTMLElement | null>, onTop: (top: HTMLElement) => void, rows: string): Follower {
  const latest = useRef(onTop);
  useEffect(() => {
    latest.current = onTop;
  });
  useEffect(() => {
    const element = pane.current;
    if (!element) return undefined;
    let ledAt = 0;
    let frame = 0;
    const led = (): void => {
      ledAt = Date.now();
    };
    const tell = (): void => {
      frame = 0;
      const edge = element.getBoundingClientRect().top + 12;
      const top = [...element.querySelectorAll<HTMLElement>(rows)].find((row) => row.getBoundingClientRect().bottom > edge);
      if (top) latest.current(top);
    };
    const scrolled = (): void => {
      if (Date.now() - ledAt > LEAD_MS) return;
      ledAt = Date.now();
      frame ||= requestAnimationFrame(tell);
    };
    for (const act of ACTS) element.addEventListener(act, led, { passive: true });
    element.addEventListener('scroll', scrolled, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      for (const act of ACTS) element.removeEventListener(act, led);
      element.removeEventListener('scroll', scrolled);
    };
  }, [pane, rows]);
  return useMemo(
    () => ({
      bring: (target, block = 'center') => {
        const element = pane.current;
        if (!element) return;
        const [own, of] = [target.getBoundingClientRect(), element.getBoundingClientRect()];
        if (block === 'nearest' && own.top >= of.top && own.bottom <= of.bottom) return;
        const room = block === 'start' ? 8 : Math.max(8, (of.height - own.height) / 2);
        element.scrollTop += own.top - of.top - room;
      },
    }),
    [pane],
  );
}
