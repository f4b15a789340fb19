import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { Bench } from '../bench.ts';
import { answerTime, middleAndWorst } from '../screens/answer-time.ts';
import { plantTasks } from '../screens/plant-tasks.ts';
import { rosterGrid } from '../screens/roster-grid.ts';
import { Browsing } from '../../browser/support/browsing.ts';
import { filedOpening, type FiledOpening } from '../../browser/support/filed-opening.ts';
import { ownStack } from '../../own-stack.ts';

/** The last lawful day of the class whose opening is looked at. */
const BEGINS_AT = '2024-08-28T09:00:00+08:00';
const FEW = 30;
const TASKS = { full: 300_000, smoke: 3_000 };
const TIMES = { full: 15, smoke: 3 };
const ROWS = { full: 5_000, smoke: 500 };

type Facts = Readonly<Record<string, number>>;

/** A browser that has never been here: the bytes of its scripts, packed as a server without Brotli would, and the time to the first task. */
async function firstLoad(browsing: Browsing, times: number): Promise<Facts> {
  const open: number[] = [];
  let bytes = 0;
  for (let time = 0; time < times; time++) {
    const page = await browsing.alone('xz.caseworker1', { path: '/inbox' });
    const { scripts, ms } = await coldLoad(page);
    open.push(ms);
    const texts = await Promise.all(scripts.map(async (script) => Buffer.from(await (await fetch(script)).arrayBuffer())));
    bytes = texts.reduce((sum, text) => sum + gzipSync(text).length, 0);
    await browsing.leave();
  }
  return { 'script of the inbox, kB gzip': bytes / 1000, ...middleAndWorst('first load of the inbox', open) };
}

/** Loads the page again with an empty cache. */
async function coldLoad(page: Page): Promise<{ readonly scripts: readonly string[]; readonly ms: number }> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.clearBrowserCache');
  await page.addInitScript(
    `new MutationObserver((_, observer) => { if (document.querySelector('[data-task]')) { observer.disconnect(); requestAnimationFrame(() => (window.kbtReady = performance.now())); } }).observe(document, { subtree: true, childList: true })`,
  );
  await page.reload();
  await page.evaluate(
    `new Promise((there) => { const look = () => (window.kbtReady === undefined ? requestAnimationFrame(look) : there()); look(); })`,
  );
  return page.evaluate(
    `({ ms: window.kbtReady, scripts: performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.endsWith('.js')) })`,
  );
}

/** Moving along the list, narrowing it, taking a task and giving it back, opening a case, ticking a paper. */
async function acts(page: Page, inbox: string, { taskId }: FiledOpening, times: number): Promise<Facts> {
  const measured = new Map<string, number[]>();
  const time = async (name: string, shown: string, act: () => Promise<void>): Promise<void> => {
    measured.set(name, [...(measured.get(name) ?? []), await answerTime(page, shown, act)]);
  };
  const has = (text: string) =>
    `[...document.querySelectorAll('.kbt-inbox-preview button')].some((one) => one.textContent.includes('${text}'))`;
  for (let turn = 0; turn < times; turn++) {
    await page.goto(inbox);
    await page.locator('[data-task]').first().waitFor();
    await page.getByRole('button', { name: '领取', exact: true }).waitFor();
    await page.locator(`[data-task="${taskId}"]`).focus();
    await time('take a task', has('退回本岗位'), () => page.keyboard.press('t'));
    await page.getByText('撤销').first().waitFor();
    await time('undo it', has('领取'), () => page.keyboard.press('z'));
    await page.waitForLoadState('networkidle');
    await page.locator(`[data-task="${taskId}"]`).focus();
    await time(
      'move to the next row',
      `document.activeElement?.getAttribute('aria-current') === 'true' && document.activeElement !== window.kbtBefore`,
      async () => {
        await page.evaluate('window.kbtBefore = document.activeElement');
        await page.keyboard.press('j');
      },
    );
    await time(
      'narrow to a bucket',
      `document.querySelector('[data-task]') !== null && document.querySelector('[data-task="${taskId}"]') === null`,
      () => page.getByRole('button', { name: /即将到期/ }).click(),
    );
    await page.goto(inbox);
    await page.locator('.kbt-look h2').waitFor();
    await page.locator(`[data-task="${taskId}"]`).focus();
    await time('from the inbox to the case', `document.querySelector('.kbt-facts-pane :is(table, dl)') !== null`, () =>
      page.keyboard.press('Enter'),
    );
    await page.locator('canvas').waitFor();
    await time('tick a paper', `document.querySelector('.kbt-papers input').checked === ${String(turn % 2 === 0)}`, () =>
      page.keyboard.press('v'),
    );
    await page.waitForLoadState('networkidle');
  }
  return Object.assign({}, ...[...measured].map(([name, all]) => middleAndWorst(name, all))) as Facts;
}

/** The screens in a real browser, on an installation of their own: an inbox of 30 tasks and of 300,000, and a roster of 5,000 rows. */
export async function screens(bench: Bench): Promise<void> {
  const times = bench.isSmoke ? TIMES.smoke : TIMES.full;
  const stack = await ownStack(BEGINS_AT);
  const browsing = await Browsing.start(stack.url);
  try {
    const opening = await filedOpening(stack.url, 9);
    const own = new Bench(stack, bench.isSmoke);
    const look = async (count: number): Promise<void> => {
      const run = async () => {
        const first = await firstLoad(browsing, Math.ceil(times / 3));
        const path = `/inbox?task=${opening.taskId}`;
        const page = await browsing.as('xz.caseworker1', { path });
        return { ...first, ...(await acts(page, `${browsing.url}/console${path}`, opening, times)) };
      };
      await own.measure({ name: `the caseworker’s screens, ${count} open tasks`, count: times, unit: 'turn', run });
    };
    for (const planted of [FEW, bench.isSmoke ? TASKS.smoke : TASKS.full]) {
      await plantTasks(stack.admin, opening.taskId, planted);
      await look(planted);
    }
    const rows = bench.isSmoke ? ROWS.smoke : ROWS.full;
    await own.measure({
      name: `the grid of a roster of ${rows} rows`,
      count: rows,
      unit: 'row',
      run: () => rosterGrid(browsing, rows, times),
    });
    bench.figures.push(...own.figures);
  } finally {
    await browsing.stop();
    await stack.stop();
  }
}
