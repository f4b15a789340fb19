import type { Page } from 'playwright-core';
import { xinzhou } from '../journey/cast.ts';
import { Journey } from '../journey/journey.ts';
import { damaged, rosterFile, rosterPeople, type RosterPerson } from '../journey/roster-file.ts';
import { planClass } from '../journey/steps/plan-class.ts';
import { Browsing } from './support/browsing.ts';

const BATCH = 9;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** Row of the first person in the sheet. */
const FIRST_ROW = 4;

describe('the roster on the screen', () => {
  let browsing: Browsing;
  let classId: string;
  const everybody = rosterPeople(20, { region: xinzhou.region, batch: BATCH });
  const people = everybody.slice(0, 12);
  beforeAll(async () => {
    browsing = await Browsing.start();
    classId = await planClass(new Journey('browser', browsing.url, () => undefined), { ...xinzhou, batch: BATCH });
  }, 180_000);
  afterAll(() => browsing.stop());
  // A browser complains of the connection the test takes away.
  afterEach(async () => expect((await browsing.leave()).filter((one) => !one.endsWith('ERR_INTERNET_DISCONNECTED'))).toEqual([]));

  const choose = async (page: Page, rows: readonly RosterPerson[]): Promise<void> =>
    page.locator('input[type=file]').setInputFiles({ name: '花名册.xlsx', mimeType: XLSX, buffer: await rosterFile(rows) });
  const open = async (rows: readonly RosterPerson[], language: 'zh' | 'en' = 'zh'): Promise<Page> => {
    const page = await browsing.as(xinzhou.school, { path: `/classes/${classId}/roster`, language });
    await choose(page, rows);
    await page.getByRole('grid').waitFor();
    return page;
  };
  /** The cell the keys are at, as the grid names it. */
  const active = (page: Page) => page.locator('.kbt-fix-active');
  const wrong = (): RosterPerson[] => {
    const [first, second, third, ...rest] = people;
    if (!first || !second || !third) throw new Error('a roster needs people');
    return [damaged(first), { ...second, phone: '139' }, { ...third, phone: ' １３９ ' }, ...rest, second];
  };

  it('is mended by keyboard alone, judged again and confirmed', async () => {
    const page = await open(wrong());
    const grid = page.getByRole('grid', { name: '花名册：错误 4' });
    expect([await grid.getAttribute('aria-rowcount'), await active(page).getAttribute('aria-invalid')]).toEqual(['5', 'true']);
    await page.getByText('请将整列设为文本后重新录入').first().waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'roster-grid-zh');

    await grid.focus();
    await page.keyboard.press('F2');
    const editor = page.getByRole('textbox', { name: `第 ${FIRST_ROW} 行 证件号码` });
    expect(await browsing.axe(page)).toEqual([]);
    await editor.fill('x');
    await page.keyboard.press('Escape');
    expect(await active(page).textContent()).toMatch(/000$/);
    await page.keyboard.press('Enter');
    // While an input method composes, Enter and Escape are its own.
    await editor.dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true, bubbles: true });
    await editor.fill(String(people[0]?.idNumber));
    await page.keyboard.press('F8');
    expect(await active(page).textContent()).toBe('139');
    await page.keyboard.press('Delete');
    await page.keyboard.press('Control+z');
    expect(await active(page).textContent()).toBe('139');
    await page.evaluate(
      `(text => { const data = new DataTransfer(); data.setData('text/plain', text);
         document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true })); })("13900900001\\r\\n13900900002\\r\\n")`,
    );
    await page.getByText('已粘贴 2 格').waitFor();
    await page.keyboard.press('Shift+F8');
    expect(await active(page).getAttribute('id')).toMatch(/-16-idNumber$/);
    await page.getByRole('button', { name: '移出第 16 行' }).last().press('Enter');
    await page.getByText('有 4 处修改尚未校验').waitFor();
    expect(await page.getByRole('button', { name: /只导入通过的/ }).isDisabled()).toBe(true);

    // A lost connection loses nothing: the same edits are sent again.
    await page.context().setOffline(true);
    await page.getByRole('button', { name: '重新校验（4 处未校验）' }).press('Enter');
    await page.getByRole('alert').filter({ hasText: '无法连接服务器' }).waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: '重新校验（4 处未校验）' }).press('Enter');
    await page.getByText('已重新校验，没有错误。').waitFor();
    await page.getByRole('tab', { name: '已移出 1' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await page.reload();
    await page.getByRole('grid', { name: '花名册：通过 12' }).waitFor();
    await page.getByRole('button', { name: '确认导入 12 人' }).press('Enter');
    await page.getByText('已导入 12 人。').waitFor();
  }, 90_000);

  it('tells in English, and on a telephone as a list; many cells are set at once, their number told before', async () => {
    const page = await open(
      everybody.slice(12).map((person) => ({ ...person, phone: '1' })),
      'en',
    );
    await page.getByRole('grid', { name: 'Roster: Errors 8' }).waitFor();
    await page.getByText('Mend many at once').click();
    await page.getByLabel('New value').fill('03503020001');
    expect(await browsing.axe(page)).toEqual([]);
    await page.getByRole('button', { name: 'Change 8 cells' }).click();
    await page.getByText('8 changes are not judged yet').waitFor();
    await page
      .getByRole('link', { name: /class|班级/ })
      .first()
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await choose(page, people);
    await page.getByText('8 changes are lost when another file').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
    await page.setViewportSize({ width: 320, height: 900 });
    await page.getByText('On a narrow screen only the findings are listed').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    expect(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await page.getByRole('button', { name: 'Judge again (8 changes)' }).click();
    await page.getByText('Judged again: no errors.').waitFor();
  }, 60_000);
});
