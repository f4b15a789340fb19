import type { Page } from 'playwright-core';
import { ownStack } from '../own-stack.ts';
import { Browsing } from './support/browsing.ts';

const languages = ['zh', 'en'] as const;
const LIVING = '/subsidies/living-allowance/fenPerDay';
const YEAR = `year: 2027
source: 国办发明电〔2026〕9号
holidays:
  元旦: [2027-01-01, 2027-01-03]
  春节: [2027-02-05, 2027-02-11]
  清明节: [2027-04-03, 2027-04-05]
  劳动节: [2027-05-01, 2027-05-05]
  端午节: [2027-06-09, 2027-06-11]
  中秋节: [2027-09-15, 2027-09-17]
  国庆节: [2027-10-01, 2027-10-07]
makeUpDays: [2027-02-14, 2027-10-09]
`;

describe('putting policies and years of working days in force on screen', () => {
  let browsing: Browsing;
  let stop: () => Promise<void>;
  beforeAll(async () => {
    const url = process.env['KBT_BROWSER_URL'];
    const stack = url === undefined ? await ownStack('2026-03-02T09:00:00+08:00') : { url, stop: () => Promise.resolve() };
    stop = () => stack.stop();
    browsing = await Browsing.start(stack.url);
  }, 240_000);
  afterAll(async () => {
    await browsing.stop();
    await stop();
  });
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  const fillValue = async (page: Page, value: string): Promise<void> => {
    await page.getByLabel('确定的值').fill(value);
    await page.getByLabel('问题编号').fill('AMB-42');
    await page.getByLabel('依据', { exact: true }).fill('县人社局会议纪要〔2026〕3号');
    await page.getByLabel('生效日期').fill('2026-04-01');
    await page.getByLabel('理由').fill('县人社局、财政局会商确定，见会议纪要');
  };

  it('takes a value of the county from preview to release by another person, who sees changes and impact first', async () => {
    const admin = await browsing.as('hg.admin', { path: `/releases/new?policy=huguan-2024&path=${encodeURIComponent(LIVING)}` });
    await admin.getByRole('button', { name: '预览变化和影响' }).click();
    await admin.getByRole('alert').filter({ hasText: '确定的值：请填写' }).waitFor();
    expect(await browsing.axe(admin)).toEqual([]);
    await browsing.picture(admin, 'release-lacking');
    await fillValue(admin, '15');
    await admin.getByRole('button', { name: '预览变化和影响' }).click();
    await admin.getByText('这是预览，尚未登记').waitFor();
    await admin.locator('.kbt-preview').getByText('¥15.00').waitFor();
    expect(await browsing.axe(admin)).toEqual([]);
    await browsing.picture(admin, 'release-preview');
    await admin.getByRole('button', { name: '提出，请另一人发布' }).click();
    await admin.getByText('由您提出，须由另一人发布').waitFor();
    expect(await admin.getByRole('button', { name: '核对无误，发布' }).count()).toBe(0);
    const at = new URL(admin.url()).pathname.replace('/console', '');
    const leader = await browsing.alone('hg.leader', { path: at });
    await leader.getByText('¥15.00').waitFor();
    await leader.getByRole('heading', { name: '影响' }).waitFor();
    await browsing.picture(leader, 'release-leader');
    await leader.getByRole('button', { name: '核对无误，发布' }).click();
    const dialog = leader.getByRole('dialog');
    await dialog.getByText('发布后自生效日起施行').waitFor();
    expect(await browsing.axe(leader)).toEqual([]);
    await browsing.proveAnew(leader);
    await leader.getByRole('button', { name: '核对无误，发布' }).click();
    await dialog.getByText('本次登录已验证密码和动态码').waitFor();
    await dialog.getByRole('button', { name: '核对无误，发布' }).click();
    await leader.locator('.kbt-page-head').getByText('已发布').waitFor();
  }, 180_000);

  it('refuses what the form cannot hold, in words, at its field, and keeps what was typed', async () => {
    const page = await browsing.as('hg.admin', { path: `/releases/new?policy=huguan-2024&path=${encodeURIComponent(LIVING)}` });
    await fillValue(page, '十五元');
    await page.getByRole('button', { name: '预览变化和影响' }).click();
    await page.getByRole('alert').filter({ hasText: '补充后的数值不合规定' }).waitFor();
    expect(await page.getByLabel('确定的值').inputValue()).toBe('十五元');
  }, 60_000);

  it.each(languages)(
    'lists releases accessibly (%s)',
    async (language) => {
      const page = await browsing.as('hg.leader', { language, path: '/releases' });
      await page.locator('.kbt-table tbody tr').first().waitFor();
      expect(await browsing.atBothWidths(page, `releases-${language}`)).toEqual([]);
    },
    60_000,
  );

  it.each(languages)(
    'shows a year month by month (%s)',
    async (language) => {
      const page = await browsing.as('hg.caseworker1', { language, path: '/calendar?year=2026' });
      await page.locator('.kbt-month').nth(11).waitFor();
      expect(await browsing.atBothWidths(page, `calendar-${language}`)).toEqual([]);
    },
    60_000,
  );

  it('says that a year is not announced, tells a bad line, previews what a notice moves, and has it released by another person', async () => {
    const admin = await browsing.as('hg.admin', { path: '/calendar?year=2027' });
    await admin.getByText('2027 年放假安排尚未录入').waitFor();
    expect(await browsing.axe(admin)).toEqual([]);
    await admin.getByRole('link', { name: '录入国务院通知' }).first().click();
    await admin.getByLabel('放假安排', { exact: true }).fill('year: 2027\n春节 从初一开始');
    await admin.getByLabel('理由').fill('国务院办公厅已公布2027年放假安排');
    await admin.getByRole('button', { name: '预览变化和影响' }).click();
    await admin.getByRole('alert').filter({ hasText: '第 2 行无法识别' }).waitFor();
    expect(await browsing.axe(admin)).toEqual([]);
    await admin.getByLabel('放假安排', { exact: true }).fill(YEAR.replace('2027-02-14, ', '2027-02-15, '));
    await admin.getByRole('button', { name: '预览变化和影响' }).click();
    await admin.getByRole('alert').filter({ hasText: '2027-02-15' }).waitFor();
    await admin.getByLabel('放假安排', { exact: true }).fill(YEAR);
    await admin.getByRole('button', { name: '预览变化和影响' }).click();
    await admin.getByRole('heading', { name: '影响的期限' }).waitFor();
    expect(await browsing.axe(admin)).toEqual([]);
    await browsing.picture(admin, 'calendar-preview');
    await admin.getByRole('button', { name: '提出，请另一人发布' }).click();
    await admin.getByText('由您提出，须由另一人发布').waitFor();
    const leader = await browsing.alone('hg.leader', { path: new URL(admin.url()).pathname.replace('/console', '') });
    await leader.getByRole('button', { name: '核对无误，发布' }).click();
    await browsing.proveAnew(leader);
    await leader.getByRole('button', { name: '核对无误，发布' }).click();
    await leader.getByRole('dialog').getByRole('button', { name: '核对无误，发布' }).click();
    await leader.locator('.kbt-page-head').getByText('已发布').waitFor();
    await leader.goto(`${browsing.url}/console/calendar?year=2027`);
    await leader.locator('.kbt-month').nth(11).waitFor();
  }, 180_000);
});
