import type { Page } from 'playwright-core';
import { xinzhou } from '../journey/cast.ts';
import { rosterPeople } from '../journey/roster-file.ts';
import { TRAINEES } from '../journey/steps/plan-class.ts';
import { Browsing } from './support/browsing.ts';
import { filedOpening } from './support/filed-opening.ts';

const BATCH = 8;
const pages = ['notices', 'notices?show=ended', 'objections', 'directories', 'calculator', 'policies', 'papers', 'phone'];
const everyPage = pages.flatMap((at) => (['zh', 'en'] as const).map((language) => ({ at, language })));

describe('the public site in a browser', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  const open = (at: string, view: { language?: 'zh' | 'en'; width?: number } = {}): Promise<Page> =>
    browsing.visitor(`${view.language === 'en' ? '/en' : ''}/public/${at}`, view);
  const fits = (page: Page): Promise<boolean> => page.evaluate('document.documentElement.scrollWidth <= window.innerWidth');

  it.each(everyPage)('shows $at accessibly on a desk and on a telephone ($language)', async ({ at, language }) => {
    const page = await open(at, { language });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await browsing.atBothWidths(page, `public-${at.replace(/\W+/g, '-')}-${language}`)).toEqual([]);
  });

  it('turns to large text by a link, keeps it from page to page, and still fits a telephone', async () => {
    const page = await open('notices', { width: 320 });
    await page.getByRole('link', { name: '大字版' }).click();
    await page.getByRole('link', { name: '补贴试算' }).click();
    expect(await page.locator('html').getAttribute('class')).toBe('large');
    expect(await fits(page)).toBe(true);
  });

  it('lets a trainee sign in by keyboard with the voucher, see the class, and say what is wrong', async () => {
    const { vouchers } = await filedOpening(browsing.url, BATCH);
    const person = rosterPeople(TRAINEES, { ...xinzhou, batch: BATCH }).at(-1);
    const page = await open('phone', { width: 320 });
    await page.getByLabel('培训券号码').fill(vouchers.at(-1)?.code ?? '');
    await page.keyboard.press('Tab');
    await page.keyboard.type('12345');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    expect(await page.evaluate(`document.activeElement?.getAttribute('role')`)).toBe('alert');
    await page.getByLabel('身份证号码后六位').fill(String(person?.idNumber).slice(-6));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: '我的培训' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    expect(await fits(page)).toBe(true);
    await browsing.picture(page, 'public-phone-own-320');

    await page.getByText('逐日查看').click();
    await page.getByRole('link', { name: '这个班的记录有误' }).click();
    await page.getByLabel('名单上的本人信息').check();
    await page.getByLabel('哪里不对').fill('我的姓名里应当有间隔号');
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'public-phone-dispute-320');
    await page.getByRole('button', { name: '提交异议' }).click();
    await page.getByRole('status').filter({ hasText: '异议已提交' }).waitFor();
    await page.getByText('等待人社部门答复').waitFor();
    await browsing.picture(page, 'public-phone-disputed-320');
    await page.getByRole('button', { name: '退出' }).click();
    await page.getByLabel('培训券号码').waitFor();
  });
});
