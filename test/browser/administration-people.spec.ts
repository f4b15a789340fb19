import { authenticatorCode } from '#libs/identity';
import { Browsing } from './support/browsing.ts';

const languages = ['zh', 'en'] as const;

describe('people, roles and what stands between them', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it.each(languages)(
    'lists the people of the region with their roles (%s)',
    async (language) => {
      const page = await browsing.as('wz.admin', { language, path: '/people' });
      await page.locator('.kbt-rights').first().waitFor();
      expect(await browsing.atBothWidths(page, `people-${language}`)).toEqual([]);
    },
    60_000,
  );

  it.each(['delegations', 'interests', 'offices'])(
    'shows %s accessibly',
    async (tab) => {
      const page = await browsing.as('wz.admin', { path: `/people?tab=${tab}` });
      await page.locator('[role=tabpanel] :is(table, .kbt-empty)').first().waitFor();
      expect(await browsing.axe(page)).toEqual([]);
      await browsing.picture(page, `people-${tab}`);
    },
    60_000,
  );

  it('shows conflicts before a role is saved, asks to know of them, and ends the role again with who is left to sign', async () => {
    const page = await browsing.as('wz.admin', { path: '/people' });
    await page.getByRole('button', { name: '给 贾云飞 授予岗位', exact: true }).click();
    const dialog = page.getByRole('dialog', { name: '给 贾云飞 授予岗位' });
    await dialog.getByText('选好人员、单位和岗位后').waitFor();
    await dialog.getByRole('button', { name: '授予', exact: true }).click();
    await dialog.getByRole('alert').filter({ hasText: '岗位：请填写' }).waitFor();
    const choose = async (label: string, name: string): Promise<void> => {
      await dialog.getByRole('combobox', { name: label }).click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().click();
    };
    await choose('单位', '五寨县财政局');
    await choose('岗位', '财政复审');
    await dialog.getByText('不得由同一人在同一事项中兼任').first().waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'people-conflict');
    await dialog.getByRole('button', { name: '授予', exact: true }).click();
    await dialog.getByRole('alert').filter({ hasText: '我已知晓上述冲突' }).waitFor();
    await choose('单位', '五寨县人力资源和社会保障局');
    await choose('岗位', '复核人');
    await dialog.getByText('同一事项同一人只能签一次').first().waitFor();
    await dialog.getByLabel('首日（不填为即时）').fill('2099-01-01');
    await dialog.getByRole('button', { name: '授予', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await page.getByText('2098-12-31 起').or(page.getByText('2099-01-01 起')).first().waitFor();
    await page.getByRole('button', { name: '终止 贾云飞 的“复核人”岗位' }).first().click();
    const ending = page.getByRole('dialog', { name: '终止岗位' });
    await ending.getByText(/本单位可签字的人/).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await ending.getByRole('button', { name: '终止', exact: true }).click();
    await ending.waitFor({ state: 'hidden' });
  }, 120_000);

  it('delegates for somebody absent, and takes it back', async () => {
    const page = await browsing.as('wz.admin', { path: '/people?tab=delegations' });
    await page.getByRole('button', { name: '代为委托' }).click();
    const dialog = page.getByRole('dialog', { name: '为外出或生病的人委托' });
    for (const [label, name] of [
      ['委托人', '贾云飞（wz.caseworker1）'],
      ['受托人', '孙玉梅'],
    ] as const) {
      await dialog.getByRole('combobox', { name: label, exact: true }).click();
      await page.locator('.ant-select-dropdown:visible .ant-select-item-option').filter({ hasText: name }).first().click();
    }
    await dialog.getByLabel('末日（含）').fill('2099-12-31');
    await dialog.getByText(/本单位可签字的人/).waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await dialog.getByRole('button', { name: '委托', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    const row = page.getByRole('row').filter({ hasText: '孙玉梅' });
    await row.getByRole('button', { name: '提前收回' }).click();
    await row.waitFor({ state: 'detached' });
  }, 120_000);

  it('is closed to whoever administers nobody', async () => {
    const page = await browsing.as('wz.caseworker1', { path: '/people' });
    await page.getByRole('alert').first().waitFor();
    expect(await page.getByRole('button', { name: /授予岗位/ }).count()).toBe(0);
  }, 60_000);

  it.each(['zh', 'en'] as const)('shows one’s own account accessibly (%s)', async (language) => {
    const page = await browsing.as('wz.reviewer', { language, path: '/account' });
    await page.locator('.kbt-status').waitFor();
    expect(await browsing.atBothWidths(page, `account-${language}`)).toEqual([]);
  });

  it('takes a lost authenticator away with a reason, and its person enrols another, by keyboard', async () => {
    const admin = await browsing.alone('wz.admin', { path: '/people' });
    await admin.getByRole('button', { name: '解除验证器：史建军' }).click();
    await browsing.proveBeside(admin);
    const dialog = admin.getByRole('dialog', { name: '解除验证器：史建军' });
    await dialog.getByRole('button', { name: '解除验证器', exact: true }).click();
    await dialog.getByRole('alert').filter({ hasText: '请选择原因' }).waitFor();
    expect(await browsing.axe(admin)).toEqual([]);
    await dialog.getByRole('radio', { name: '手机或验证器丢失' }).check();
    await dialog.getByRole('button', { name: '解除验证器', exact: true }).click();
    await dialog.waitFor({ state: 'hidden' });
    await admin.getByRole('button', { name: '解除验证器：史建军' }).waitFor({ state: 'detached' });

    const page = await browsing.as('wz.auditor', { path: '/account', width: 320 });
    await page.getByText('未绑定').waitFor();
    await page.getByRole('button', { name: '绑定验证器' }).focus();
    await page.keyboard.press('Enter');
    const secret = await page.locator('.kbt-secret').innerText();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'account-enrol-320');
    await page.getByRole('textbox', { name: '动态码' }).fill('12');
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '请输入验证器当前显示的 6 位数字' }).waitFor();
    await page.getByRole('textbox', { name: '动态码' }).fill(authenticatorCode(secret));
    await page.keyboard.press('Enter');
    await page.getByText('已绑定', { exact: true }).waitFor();
    expect(await page.getByText(secret).count()).toBe(0);
  }, 120_000);
});
