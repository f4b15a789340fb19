import { Browsing } from './support/browsing.ts';

const everyView = (['zh', 'en'] as const).flatMap((language) => [1280, 320].map((width) => ({ language, width })));
const NAME = '五寨县示范职业培训学校';

describe('the register of institutions and where their money goes', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it('registers an institution, tells all that is missing first, and opens an account for its operator', async () => {
    const page = await browsing.as('wz.admin', { path: '/institutions' });
    await page.getByRole('link', { name: '登记机构' }).first().click();
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('alert').filter({ hasText: '机构名称：请填写' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    for (const [label, value] of [
      ['机构名称', NAME],
      ['统一社会信用代码', '91350100M000100Y44'],
      ['许可证号或备案号', '人社民14092840001号'],
      ['发证或备案机关', '五寨县人力资源和社会保障局'],
    ] as const)
      await page.getByLabel(label, { exact: true }).fill(value);
    await page.getByRole('button', { name: '保存' }).click();
    await page.getByRole('link', { name: /校验位不符/ }).click();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('91350100M000100Y43');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: NAME }).waitFor();
    await page.getByText('尚未登记收款账户').waitFor();
    await page.getByRole('button', { name: '开设登录账号' }).click();
    const dialog = page.getByRole('dialog', { name: `为 ${NAME} 开设登录账号` });
    for (const [label, value] of [
      ['用户名', 'wz.shifan'],
      ['经办人姓名', '贾示范'],
      ['身份证号码', '11010519491231002X'],
      ['初始密码', 'first-of-many-2026'],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).fill(value);
    expect(await browsing.axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '开设', exact: true }).click();
    await page.getByText('已开设账号 wz.shifan').waitFor();
  }, 120_000);

  it('asks the operator for a password of their own at the first sign-in, and shows them where their money goes', async () => {
    const page = await browsing.stranger();
    await page.goto(`${browsing.url}/session/sign-in?returnTo=${encodeURIComponent('/console/resources')}`);
    const enter = async (): Promise<void> => {
      await page.locator('#login').fill('wz.shifan');
      await page.locator('#password').fill('first-of-many-2026');
      await page.getByRole('button', { name: '登录', exact: false }).first().click();
    };
    await enter();
    await page.getByText('这是管理员设置的初始密码').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await page.locator('#newPassword').fill('nobody-else-knows');
    await enter();
    await page.getByRole('heading', { level: 1, name: '师资、场地与账户' }).waitFor();
    await page.getByText('尚未登记收款账户').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
  }, 60_000);

  it('takes two persons for an account: one proposes, another confirms what stands there', async () => {
    const first = await browsing.alone('wz.admin', { path: '/institutions' });
    await first.getByRole('link', { name: NAME }).click();
    await first.getByRole('button', { name: '提出登记或变更' }).click();
    const dialog = first.getByRole('dialog', { name: '提出登记或变更' });
    for (const [label, value] of [
      ['开户银行', '五寨县农村信用合作联社'],
      ['账号', '6228 4800 0000 0001 234'],
      ['依据和事由', '凭开户许可证首次登记收款账户'],
    ] as const)
      await dialog.getByLabel(label, { exact: true }).fill(value);
    await browsing.proveBeside(first); // an account number may not be stored: it stays where it was typed
    expect(await dialog.getByLabel('账号', { exact: true }).inputValue()).toBe('6228 4800 0000 0001 234');
    expect(await browsing.axe(first)).toEqual([]);
    await dialog.getByRole('button', { name: '提出登记或变更' }).click();
    await first.getByText('由您提出，须由另一人确认').waitFor();
    expect(await first.getByRole('button', { name: /^确认/ }).count()).toBe(0);
    const second = await browsing.alone('wz.leader', { path: '/institutions' });
    await second.getByRole('link', { name: NAME }).click();
    await second.getByRole('button', { name: '确认 ****1234' }).click();
    await browsing.proveAnew(second);
    await second.getByRole('button', { name: '确认 ****1234' }).click();
    const act = second.getByRole('dialog', { name: '确认' });
    await act.getByText(`${NAME}，五寨县农村信用合作联社，****1234`).waitFor();
    expect(await browsing.axe(second)).toEqual([]);
    await act.getByRole('button', { name: /^确\s*认$/ }).click();
    await second.getByText(`现行账户：${NAME}，五寨县农村信用合作联社，****1234`).waitFor();
  }, 120_000);

  it.each(everyView)(
    'is read in both languages and on a phone ($language, $width px)',
    async (visit) => {
      const page = await browsing.as('wz.leader', { ...visit, path: '/institutions' });
      await page.getByRole('link', { name: NAME }).click();
      await page.locator('#kbt-payee').waitFor();
      await page.getByText('****1234').first().waitFor();
      expect(await browsing.axe(page)).toEqual([]);
      await browsing.picture(page, `institution-${visit.language}-${visit.width}`);
    },
    60_000,
  );
});
