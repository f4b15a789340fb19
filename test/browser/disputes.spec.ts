import type { Page } from 'playwright-core';
import { Browsing } from './support/browsing.ts';
import { filedDispute } from './support/filed-dispute.ts';

const TEXT = '9月2日我在教室，签到记录里没有我';
const languages = ['zh', 'en'] as const;

describe('disputes of trainees', () => {
  let browsing: Browsing;
  beforeAll(async () => {
    browsing = await Browsing.start();
    await filedDispute(browsing.url, 5, TEXT);
  }, 240_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it.each(languages)(
    'are shown accessibly to bureau and institution (%s)',
    async (language) => {
      for (const [login, path] of [
        ['xz.caseworker1', '/disputes'],
        ['xz.school', '/class-disputes'],
      ] as const) {
        const page = await browsing.as(login, { language, path });
        await page.getByText(TEXT).waitFor();
        expect(await browsing.atBothWidths(page, `${path.slice(1)}-${language}`)).toEqual([]);
      }
    },
    90_000,
  );

  it('are answered once the institution was heard, by keyboard alone, and nothing is sent without a finding', async () => {
    const cardOn = (page: Page) => page.locator('article').filter({ hasText: TEXT });
    const school = await browsing.as('xz.school', { path: '/class-disputes' });
    const told = cardOn(school);
    await told.getByLabel('情况说明').focus();
    await school.keyboard.insertText('当天');
    await school.keyboard.press('Tab');
    await school.keyboard.press('Enter');
    await told.getByRole('alert').filter({ hasText: '请至少写 5 个字' }).waitFor();
    await told.getByLabel('情况说明').fill('当天刷卡机故障，该学员在场');
    await told.getByRole('button', { name: '提交说明' }).press('Enter');
    await told.getByText('机构已说明，待答复').waitFor();

    const page = await browsing.as('xz.caseworker1', { path: '/disputes' });
    const card = cardOn(page);
    await card.getByText('当天刷卡机故障，该学员在场').waitFor();
    await card.getByText('核对平台考勤记录').press('Enter');
    await card.getByText('平台没有该学员的签到记录。').waitFor();
    await card.getByRole('button', { name: '答复学员' }).press('Enter');
    await card.getByRole('alert').filter({ hasText: '请选择异议是否成立' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await card.getByRole('radio', { name: '异议成立' }).press('Space');
    await card.getByLabel('答复内容（学员可见）').fill('已核对监控视频，请机构补记签到');
    await browsing.picture(page, 'dispute-answer');
    await card.getByRole('button', { name: '答复学员' }).press('Enter');
    await card.waitFor({ state: 'detached' });
    await page.getByLabel('包括已答复的').click(); // its state stands in the address, which follows a moment later
    await card.getByText('已核对监控视频，请机构补记签到').waitFor();

    const again = await browsing.as('xz.school', { path: '/class-disputes?answered=yes' });
    await cardOn(again).getByRole('link', { name: '更正考勤' }).click();
    await again.getByRole('heading', { name: '培训实施' }).waitFor();
  }, 120_000);
});
