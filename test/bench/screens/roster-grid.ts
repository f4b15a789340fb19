import type { Page } from 'playwright-core';
import { xinzhou } from '../../journey/cast.ts';
import { Journey } from '../../journey/journey.ts';
import { damaged, rosterFile, rosterPeople } from '../../journey/roster-file.ts';
import { planClass } from '../../journey/steps/plan-class.ts';
import type { Browsing } from '../../browser/support/browsing.ts';
import { answerTime, middleAndWorst } from './answer-time.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const ACTIVE = `document.querySelector('.kbt-fix-active')`;
const WHEEL = { turns: 60, pixels: 1_400 };

type Facts = Readonly<Record<string, number>>;

/** The longest pieces of work the page's own thread was busy with while something went on; 50 ms is the least a browser tells. */
async function longest(page: Page, name: string, work: () => Promise<void>): Promise<Facts> {
  await page.evaluate(`window.kbtBusy = []; window.kbtWatch = new PerformanceObserver((list) => window.kbtBusy.push(...list.getEntries().map(({ duration }) => duration)));
    window.kbtWatch.observe({ type: 'longtask' })`);
  await work();
  const busy = await page.evaluate<number[]>(
    `window.kbtBusy.push(...window.kbtWatch.takeRecords().map(({ duration }) => duration)), window.kbtWatch.disconnect(), window.kbtBusy`,
  );
  return { [`${name}, longest task, ms (0: none of 50 or more)`]: Math.max(0, ...busy) };
}

/** A roster of which every second row has a wrong number, in the grid: scrolled by the wheel, gone through from error to error, edited. */
export async function rosterGrid(browsing: Browsing, rows: number, times: number): Promise<Facts> {
  const cast = { ...xinzhou, batch: 8 };
  const classId = await planClass(new Journey('bench', browsing.url, () => undefined), cast, rows);
  const people = rosterPeople(rows, cast).map((person, index) => (index % 2 === 0 ? damaged(person) : person));
  const page = await browsing.as(cast.school, { path: `/classes/${classId}/roster` });
  await page.locator('input[type=file]').setInputFiles({ name: 'roster.xlsx', mimeType: XLSX, buffer: await rosterFile(people) });
  await page.getByRole('grid').waitFor();
  const scrolled = await longest(page, `wheel through ${rows} rows`, async () => {
    await page.getByRole('grid').hover();
    for (let turn = 0; turn < WHEEL.turns; turn++) {
      await page.mouse.wheel(0, WHEEL.pixels);
      await page.evaluate('new Promise(requestAnimationFrame)');
    }
  });
  const moves: number[] = [];
  const edits: number[] = [];
  await page.getByRole('grid').focus();
  const edited = await longest(page, 'keys and edits in the grid', async () => {
    for (let turn = 0; turn < times; turn++) {
      const before = JSON.stringify(await page.evaluate(`${ACTIVE}?.id`));
      moves.push(await answerTime(page, `${ACTIVE}?.id !== ${before}`, () => page.keyboard.press('F8')));
      await page.keyboard.press('F2');
      await page.keyboard.insertText(`14090019900101${String(turn).padStart(4, '0')}`);
      edits.push(await answerTime(page, `document.activeElement?.tagName !== 'INPUT'`, () => page.keyboard.press('Enter')));
    }
  });
  return { ...scrolled, ...edited, ...middleAndWorst('next error', moves), ...middleAndWorst('edit a cell', edits) };
}
