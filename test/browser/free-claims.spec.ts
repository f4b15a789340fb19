import type { Page } from 'playwright-core';
import { syntheticIdentityNumber } from '#libs/policy';
import { Browsing } from './support/browsing.ts';

const idOf = (sequence: number) => syntheticIdentityNumber({ region: '140500', birthDate: '1991-04-05', sequence });
const REASON = '企业新型学徒制标准由人社、财政会商核定';
const screens = [
  ['jc.taihang', '/claims/new'],
  ['jc.reviewer', '/overrides'],
] as const;
const languages = ['zh', 'en'] as const;

describe('claims without a class, and what two persons raise or set', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  const drafted = async (subsidy: RegExp): Promise<Page> => {
    const page = await browsing.as('jc.taihang', { path: '/claims' });
    await page.getByRole('button', { name: '新建申领（不随班）' }).press('Enter');
    await page.getByRole('radio', { name: subsidy }).press('Space');
    await page.getByRole('button', { name: '新建并填写' }).press('Enter');
    await page.getByRole('button', { name: '填写名单' }).press('Enter');
    return page;
  };

  it.each(screens.flatMap(([login, path]) => languages.map((language) => ({ login, path, language }))))(
    'shows $path to $login accessibly ($language)',
    async ({ login, path, language }) => {
      const page = await browsing.as(login, { language, path });
      expect(await browsing.atBothWidths(page, `${path.slice(1).replaceAll('/', '-')}-${language}`)).toEqual([]);
    },
  );

  it('tells everything wrong with a list at its place, keeps what was typed, and saves it once mended', async () => {
    const page = await drafted(/技能提升补贴/);
    await page.getByText('拨付到每个人（单位）的账户').waitFor();
    await page.getByLabel('姓名').fill('申建国');
    await page.getByLabel('身份证号码').fill('140500');
    await page.getByRole('button', { name: '保存名单' }).press('Enter');
    await page.getByRole('alert').filter({ hasText: '请先改正以下问题' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'free-claim-findings');
    expect(await page.getByLabel('姓名').inputValue()).toBe('申建国');
    await page.getByLabel('身份证号码').fill(idOf(811));
    await page.getByRole('button', { name: '保存名单' }).press('Enter');
    await page.getByRole('rowheader', { name: '申**' }).waitFor();
    expect(await page.content()).not.toContain(idOf(811));
  }, 60_000);

  it('reads a list from a spreadsheet, and shows the applicant what two persons have set where no document states it', async () => {
    const page = await drafted(/企业新型学徒制/);
    await page.getByText('从 Excel 导入').press('Enter');
    await page.getByLabel('粘贴表格内容').fill(`姓名\t身份证号码\t起始月份\t截止月份\n卫学徒\t${idOf(812)}\t2023-01\t2023-12`);
    await page.getByRole('button', { name: '读入' }).press('Enter');
    await page.getByRole('button', { name: '保存名单' }).press('Enter');
    await page.getByRole('rowheader', { name: '卫**' }).waitFor();
    await page.getByText('以下数值政策没有规定').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    const claim = /BT\d+/.exec((await page.getByRole('heading', { level: 1 }).textContent()) ?? '')?.[0] ?? '';

    const open = async (login: string): Promise<Page> => {
      const official = await browsing.as(login, { path: '/overrides' });
      await official.getByRole('link', { name: claim }).click();
      return official;
    };
    const reviewer = await open('jc.reviewer');
    await reviewer.getByRole('combobox', { name: '人员' }).press('Enter');
    await reviewer.locator('.ant-select-item-option').first().waitFor();
    await reviewer.keyboard.press('Enter');
    await reviewer.getByLabel('金额（元）').fill('5000.00');
    await reviewer.getByLabel('书面理由').fill(REASON);
    await reviewer.getByRole('button', { name: '提出核定' }).press('Enter');
    await reviewer.getByText('由您提出，须由另一人决定').waitFor();
    expect(await browsing.axe(reviewer)).toEqual([]);
    await browsing.picture(reviewer, 'override-proposed');

    const leader = await open('jc.leader');
    await leader.getByRole('button', { name: '同意核定' }).press('Enter');
    const dialog = leader.getByRole('dialog', { name: /核定：卫/ });
    await dialog.getByText(REASON).waitFor();
    expect(await browsing.axe(leader)).toEqual([]);
    await dialog.getByRole('button', { name: '同意核定' }).press('Enter');
    await leader.getByText('已核定').waitFor();

    await page.reload();
    const decided = page.getByRole('region', { name: '核定事项' }).first();
    await decided.getByText(REASON).waitFor();
    await decided.getByText('已核定').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'free-claim');
  }, 120_000);
});
