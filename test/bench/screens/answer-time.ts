import type { Page } from 'playwright-core';

const PATIENCE_MS = 15_000;

/**
 * Milliseconds from a key or a click to the frame in which something holds on the page, as the page's own clock sees it: the browser's
 * work and the server's answer, without the way between this process and the browser.
 * @param shown a JavaScript expression in the page.
 */
export async function answerTime(page: Page, shown: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`void (window.kbtAnswer = new Promise((resolve, reject) => {
    setTimeout(() => reject(new Error(${JSON.stringify(`not seen: ${shown}`)})), ${PATIENCE_MS});
    const begun = new AbortController();
    const begin = ({ timeStamp }) => {
      begun.abort();
      const look = () => requestAnimationFrame(() => ((${shown}) ? resolve(performance.now() - timeStamp) : look()));
      look();
    };
    for (const type of ['keydown', 'pointerdown']) addEventListener(type, begin, { capture: true, signal: begun.signal });
  }))`);
  await act();
  return page.evaluate<number>('window.kbtAnswer');
}

/** The middle of several measurements, and the worst of them. */
export function middleAndWorst(name: string, times: readonly number[]): Readonly<Record<string, number>> {
  const sorted = [...times].sort((one, other) => one - other);
  return {
    [`${name}, ms (median)`]: sorted[Math.floor(sorted.length / 2)] ?? 0,
    [`${name}, ms (worst of ${times.length})`]: sorted.at(-1) ?? 0,
  };
}
