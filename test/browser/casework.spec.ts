import type { Page, Route } from 'playwright-core';
import { Journey } from '../journey/journey.ts';
import { Browsing } from './support/browsing.ts';
import { filedOpening } from './support/filed-opening.ts';

const languages = ['zh', 'en'] as const;

describe('the caseworker’s desk', () => {
  let browsing: Browsing;
  let opening: { readonly classId: string; readonly taskId: string };
  beforeAll(async () => {
    browsing = await Browsing.start();
    opening = await filedOpening(browsing.url, 4);
  }, 240_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  const inbox = async (page: Page): Promise<void> => page.locator(`[data-task="${opening.taskId}"]`).waitFor();

  it.each(languages)('shows the inbox accessibly (%s)', async (language) => {
    const page = await browsing.as('xz.caseworker1', { language, path: `/inbox?task=${opening.taskId}` });
    await inbox(page);
    await page.locator('.kbt-look h2').waitFor();
    expect(await browsing.atBothWidths(page, `inbox-${language}`)).toEqual([]);
  });

  it.each(languages)(
    'shows a case accessibly, with its paper drawn (%s)',
    async (language) => {
      const page = await browsing.as('xz.caseworker1', { language, path: `/tasks/${opening.taskId}?tab=checks` });
      await page.locator('canvas').waitFor();
      await page.locator('.kbt-facts-pane .kbt-table').waitFor();
      expect(await browsing.atBothWidths(page, `case-${language}`)).toEqual([]);
    },
    120_000,
  );

  it.each(['form', 'roster', 'timeline'])(
    'shows the %s of a case accessibly',
    async (tab) => {
      const page = await browsing.as('xz.caseworker1', { path: `/tasks/${opening.taskId}?tab=${tab}` });
      await page.locator('.kbt-facts-pane :is(table, .kbt-timeline)').waitFor();
      expect(await browsing.axe(page)).toEqual([]);
      await browsing.picture(page, `case-${tab}`);
    },
    60_000,
  );

  it('says why a list is empty and what next', async () => {
    const page = await browsing.as('xz.caseworker1', { path: '/inbox?bucket=overdue&stage=payout' });
    await page.getByText('没有符合筛选条件的待办。').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await page.getByRole('link', { name: '清除筛选' }).click();
    await inbox(page);
  });

  it('takes a task and gives it back with one key', async () => {
    const page = await browsing.as('xz.caseworker1', { path: `/inbox?task=${opening.taskId}` });
    await page.getByRole('button', { name: '领取', exact: true }).waitFor();
    await page.locator(`[data-task="${opening.taskId}"]`).focus();
    await page.keyboard.press('t');
    await page.getByRole('button', { name: '退回本岗位' }).waitFor();
    await page.keyboard.press('z');
    await page.getByRole('button', { name: '领取', exact: true }).waitFor();
  });

  it('saves a filter under a name and shares it with the office', async () => {
    const page = await browsing.as('xz.caseworker1', { path: '/inbox?bucket=soon' });
    await page.getByRole('button', { name: '保存筛选' }).click();
    await page.getByLabel('名称').fill('快到期的');
    await page.getByLabel('与本单位同事共享').check();
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.getByRole('link', { name: /快到期的/ }).waitFor();
    const colleague = await browsing.as('xz.caseworker2', { path: '/inbox' });
    await colleague.getByRole('link', { name: /快到期的/ }).click();
    await colleague.waitForURL(/bucket=soon/);
  });

  /** The page asks about the session as soon as somebody looks at it again. */
  const looksAgain = (page: Page) => page.evaluate(`void window.dispatchEvent(new Event('visibilitychange'))`);
  const halfTypes = async (page: Page): Promise<void> => {
    await page.getByRole('button', { name: '对“计划人数”提意见' }).click();
    await page.locator('#kbt-mark-text').fill('计划人数与花名册不一致');
  };
  /** A comment is half typed when the session is lost. */
  const losesSession = async (page: Page): Promise<void> => {
    await halfTypes(page);
    await page.context().clearCookies();
    await looksAgain(page);
    await page.getByRole('dialog', { name: '会话已结束' }).waitFor();
  };
  const signsInBeside = async (page: Page, login: string): Promise<Page> => {
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: '重新登录（在新标签页打开）' }).click();
    const beside = await opened;
    await beside.locator(`button[name="login"][value="${login}"]`).click();
    return beside;
  };

  it('warns two minutes before the session ends, and keeps it and what was typed when asked to', async () => {
    const page = await browsing.as('xz.caseworker1', { path: `/tasks/${opening.taskId}?tab=form` });
    await halfTypes(page);
    await page.clock.install();
    await page.route('**/session', async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, json: { ...((await response.json()) as object), secondsLeft: 150 } });
    });
    const asked = page.waitForResponse('**/session');
    await looksAgain(page);
    await (await asked).finished();
    const warning = page.getByRole('dialog', { name: '即将自动退出' });
    expect(await warning.count()).toBe(0);
    await page.clock.fastForward(40_000);
    await warning.getByText(/2 分钟内不继续将自动退出/).waitFor();
    await page.unroute('**/session');
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'session-ends-soon');
    const renewed = page.waitForResponse('**/session/renew');
    await warning.getByRole('button', { name: '继续使用' }).click();
    expect(Number(((await (await renewed).json()) as { secondsLeft: number }).secondsLeft)).toBeGreaterThan(1700);
    await warning.waitFor({ state: 'hidden' });
    await page.clock.fastForward(150_000);
    expect(await page.getByRole('dialog').count()).toBe(1);
    expect(await page.locator('#kbt-mark-text').inputValue()).toBe('计划人数与花名册不一致');
    await page.close();
  });

  it('asks where there is no live stream, and takes one up again after a lost connection: what came meanwhile is shown', async () => {
    const page = await browsing.as('xz.caseworker1', { path: `/inbox?task=${opening.taskId}` });
    const journey = new Journey('browser', browsing.url, () => undefined);
    const elsewhere = (act: 'claim' | 'release') =>
      journey.must('xz.caseworker1', { method: 'POST', path: `/v1/tasks/${opening.taskId}/${act}`, body: {} });
    const { body } = await journey.must('xz.caseworker1', { method: 'GET', path: '/v1/live/events' });

    // The stream is refused; then there is one that is lost at once; the next waits until the connection is back.
    let held: (route: Route) => unknown = () => undefined;
    const again = new Promise<Route>((resolve) => (held = resolve));
    const lost = { contentType: 'text/event-stream', body: `retry: 50\nid: ${String(body['last'])}\nevent: open\ndata: {}\n\n` };
    const answers = [(route: Route) => route.fulfill({ status: 429 }), (route: Route) => route.fulfill(lost), held];
    await page.route('**/v1/live', async (route) => void (await answers.shift()?.(route)));
    await page.clock.install();
    await page.reload();
    await page.getByRole('button', { name: '领取', exact: true }).waitFor();
    await elsewhere('claim');
    await page.clock.fastForward(20_000);
    await page.getByRole('button', { name: '退回本岗位' }).waitFor();

    const isBack = await again;
    await elsewhere('release');
    await isBack.continue();
    await page.getByRole('button', { name: '领取', exact: true }).waitFor();
    await page.close();
  });

  it('keeps the page when the session ends, and goes on where one was once signed in again beside it', async () => {
    const page = await browsing.alone('xz.caseworker1', { path: `/tasks/${opening.taskId}?tab=form` });
    await losesSession(page);
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'session-ended');
    const beside = await signsInBeside(page, 'xz.caseworker1');
    await beside.getByRole('heading', { name: '您已重新登录' }).waitFor();
    expect(await browsing.atBothWidths(beside, 'signed-in')).toEqual([]);
    await beside.close();
    await page.getByRole('dialog', { name: '会话已结束' }).waitFor({ state: 'hidden' });
    expect(await page.locator('#kbt-mark-text').inputValue()).toBe('计划人数与花名册不一致');
    await page.getByRole('dialog').getByRole('button', { name: '加入补正清单' }).click();
    await page.getByRole('link', { name: /待办/ }).first().click();
    await page.locator(`[data-task="${opening.taskId}"]`).focus();
    await page.keyboard.press('Space');
    await page.getByRole('button', { name: '领取', exact: true }).click();
    await page.getByText('撤销').first().waitFor(); // until the server has answered, a second click is taken for a double one
    await page.getByRole('button', { name: '退回本岗位' }).click();
    await page.getByRole('button', { name: '领取', exact: true }).waitFor();
  }, 60_000);

  it('leaves nothing of one person’s page to another who signs in beside it', async () => {
    const page = await browsing.alone('xz.caseworker1', { path: `/tasks/${opening.taskId}?tab=form` });
    await losesSession(page);
    await signsInBeside(page, 'xz.caseworker2');
    await page.getByRole('link', { name: '张慧敏' }).waitFor();
    expect(await page.locator('#kbt-mark-text').count()).toBe(0);
  }, 60_000);

  it('shows what went wrong, with a way to try again', async () => {
    const page = await browsing.as('xz.caseworker1', { path: '/delegations' });
    await page.route('**/v1/tasks?**', (route) => route.abort());
    await page.getByRole('link', { name: /待办/ }).click();
    await page.getByRole('alert').filter({ hasText: '无法连接服务器' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await page.unroute('**/v1/tasks?**');
    await page.getByRole('button', { name: '重试' }).click();
    await inbox(page);
    await browsing.leave();
  });

  it('is worked by keyboard alone: open, look, comment, return, and the words of the letter before it goes', async () => {
    const page = await browsing.as('xz.caseworker1', { path: '/inbox' });
    await inbox(page);
    const press = (...keys: string[]) => keys.reduce((before, key) => before.then(() => page.keyboard.press(key)), Promise.resolve());
    await page.locator(`[data-task="${opening.taskId}"]`).focus();
    await press('Space');
    await page.locator('.kbt-look').waitFor();
    await press('Enter');
    await page.waitForURL(/\/tasks\//);
    await page.getByText('第 1 / 3 页').waitFor();
    await page.getByRole('button', { name: '教学大纲', exact: true }).waitFor();
    await press(']', 'v');
    await page.getByText('已查看 1/3').waitFor();
    await page.getByText('第 2 / 3 页').waitFor();
    await page.getByRole('button', { name: '对“计划人数”提意见' }).focus();
    await press('Enter');
    await page.locator('#kbt-mark-text:focus').waitFor();
    await page.keyboard.insertText('计划人数与花名册不一致');
    await press('Tab');
    await page.keyboard.insertText('30 人');
    await press('Tab', 'Tab', 'Tab', 'Enter');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    await press('r');
    const dialog = page.getByRole('dialog', { name: '一次性告知补正' });
    await dialog.waitFor();
    await dialog.getByRole('button', { name: '确认一次性告知补正' }).focus();
    await press('Enter');
    await dialog.getByRole('alert').filter({ hasText: '请选择原因' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await page.getByRole('combobox', { name: '原因' }).focus();
    await press('ArrowDown', 'ArrowDown', 'Enter');
    await dialog.getByText('计划人数与花名册不一致').last().waitFor();
    await browsing.picture(page, 'case-letter');
    await dialog.getByRole('button', { name: '确认一次性告知补正' }).focus();
    await press('Enter');
    await page.getByText(/已办理/).waitFor();
  }, 120_000);
});
