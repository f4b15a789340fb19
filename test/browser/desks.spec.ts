import { randomUUID } from 'node:crypto';
import { syntheticIdentityNumber } from '#libs/policy';
import { Browsing } from './support/browsing.ts';
import { settled } from './support/settled.ts';

describe('the desks of institutions, finance and evaluation bodies', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it('keeps its one title on every screen of something that is not there', async () => {
    const nowhere = randomUUID();
    const filed = ['', '/plan', '/roster', '/filing/opening', '/training', '/employment', '/claims'].map(
      (part) => `/classes/${nowhere}${part}`,
    );
    const missing = {
      'hg.aimin': [...filed, `/claims/${nowhere}`],
      'hg.disburser1': [`/batches/${nowhere}`, `/ledger/${nowhere}`],
      'hg.caseworker1': [`/tasks/${nowhere}`, `/cases/${nowhere}`, `/overrides/${nowhere}`],
      'hg.admin': [`/releases/${nowhere}`, '/policies/nowhere'],
      'cz.zhendong': [`/assessments/${nowhere}`],
    };
    for (const [login, paths] of Object.entries(missing)) {
      const page = await browsing.as(login);
      for (const path of paths) {
        await browsing.follow(page, '/nowhere');
        await page.getByRole('alert').first().waitFor({ state: 'hidden' });
        await browsing.follow(page, path);
        await page.getByRole('alert').first().waitFor();
        expect([path, await page.locator('h1').count()]).toEqual([path, 1]);
      }
    }
  }, 60_000);

  it('lets an institution register a teacher and a site, and plan a class from its dates', async () => {
    const page = await browsing.as('hg.aimin', { path: '/resources' });
    await page.getByLabel('姓名').fill('高文华');
    await page.getByLabel('身份证号码').fill(syntheticIdentityNumber({ region: '100000', birthDate: '1980-05-01', sequence: 777 }));
    await page.getByLabel('资质').fill('高级技师');
    await page.getByRole('button', { name: '登记教师' }).click();
    await page.getByRole('rowheader', { name: '高**' }).waitFor();
    await page.getByLabel('场地名称').fill('实训中心');
    await page.getByLabel('地址').fill('壶关县新建路1号');
    await page.getByRole('button', { name: '登记场地' }).click();
    await page.getByRole('rowheader', { name: '实训中心' }).waitFor();

    await page.getByRole('link', { name: '我的班级' }).click();
    await page.getByRole('button', { name: '新建班级' }).first().click();
    await page.getByLabel('班级名称').fill('养老护理员一班');
    await page.getByLabel('培训职业（工种）').fill('养老护理员');
    await page.getByLabel('职业编码').fill('4-10-01-05');
    const choose = async (label: string, option: string): Promise<void> => {
      await page.getByLabel(label, { exact: true }).click();
      await page.locator('.ant-select-item-option', { hasText: option }).last().click();
    };
    await choose('培训场地', '实训中心');
    await choose('赋予任务的人社部门', '壶关县人力资源和社会保障局');
    await page.getByLabel('开班日期').fill('2024-09-09');
    await page.getByLabel('结业日期').fill('2024-09-13');
    await page.getByLabel('默认课程').fill('养老护理实务');
    await choose('授课教师', '高');
    await page.getByRole('button', { name: '按日期生成' }).click();
    await page.getByRole('button', { name: '保存班级' }).click();

    // Everything wrong at once, focused, leading to its place; nothing typed is lost.
    const summary = page.getByRole('alert').filter({ hasText: '请先改正以下问题' });
    await summary.waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    expect(await page.getByLabel('班级名称').inputValue()).toBe('养老护理员一班');
    for (const course of ['安全', '消防', '法制', '普通话']) await page.getByRole('button', { name: `列入“${course}”` }).click();
    await page.getByRole('button', { name: '保存班级' }).click();
    await page.getByRole('heading', { name: '养老护理员一班' }).waitFor();
    await page.getByText('开班申请：最早 2024-08-26，最晚 2024-09-02').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'class-zh');
  }, 60_000);

  it('tells in the sandbox’s guide as whom to sign in, from every screen', async () => {
    const page = await browsing.as('hg.aimin', { path: '/classes' });
    await page.getByRole('button', { name: /演示向导/ }).click();
    const guide = page.getByRole('dialog', { name: '演示向导' });
    await guide.waitFor();
    await settled(page);
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'guide-zh');
  });
});
