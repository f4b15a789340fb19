import { Browsing } from './support/browsing.ts';

const languages = ['zh', 'en'] as const;
const CAP = '/subsidies/order-project-training/capFen';

describe('policies beside their documents', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it.each(languages)('lists what is in force and where it leads (%s)', async (language) => {
    const page = await browsing.as('hg.admin', { language, path: '/policies' });
    await page.getByRole('link', { name: '2024年推进“技能壶关”建设工作方案' }).first().waitFor();
    expect(await browsing.atBothWidths(page, `policies-${language}`)).toEqual([]);
  });

  it.each(languages)(
    'shows a value with its words marked in the document (%s)',
    async (language) => {
      const page = await browsing.as('hg.admin', { language, path: `/policies/huguan-2024?value=${CAP}` });
      await page.locator('.kbt-paper mark').first().waitFor();
      const marked = (await page.locator('.kbt-paper mark').allTextContents()).join('');
      expect(marked.replaceAll(/\s/g, '')).toContain('5000');
      await page.locator('.kbt-value-detail').getByText('¥5,000.00').waitFor();
      expect(await browsing.atBothWidths(page, `policy-${language}`)).toEqual([]);
    },
    60_000,
  );

  it('is read by keyboard: keys go from value to value, and the document follows', async () => {
    const page = await browsing.as('hg.leader', { path: `/policies/huguan-2024?kind=stated&part=process` });
    const list = page.getByRole('listbox', { name: '数值' });
    await list.focus();
    await page.keyboard.press('ArrowDown');
    const mark = page.locator('.kbt-paper mark').first();
    await mark.waitFor();
    const first = await mark.textContent();
    for (let step = 0; step < 12; step++) await page.keyboard.press('ArrowDown');
    await page
      .locator('.kbt-paper mark')
      .filter({ hasNotText: first ?? '' })
      .first()
      .waitFor();
    await page.evaluate(`new Promise((seen) => {
      const look = () => {
        const [pane, mark] = ['.kbt-paper', '.kbt-paper mark'].map((one) => document.querySelector(one).getBoundingClientRect());
        if (mark.top >= pane.top && mark.top < pane.bottom) seen();
        else requestAnimationFrame(look);
      };
      look();
    })`);
    await page.keyboard.press('k');
    expect(page.url()).toContain('value=');
  });

  it('keeps the values in step while the document is scrolled', async () => {
    const page = await browsing.as('hg.leader', { path: '/policies/huguan-2024' });
    await page.locator('.kbt-values [role=option]').first().waitFor();
    await page.locator('.kbt-paper').hover();
    await page.mouse.wheel(0, 2500);
    await page.locator('.kbt-value-here').first().waitFor();
  });

  it('tells what nobody says, and leads the administrator to set it; others are not asked to', async () => {
    const at = '/policies/huguan-2024?kind=missing&part=subsidies';
    const admin = await browsing.as('hg.admin', { path: at });
    await admin.getByRole('option').first().click();
    await admin.getByText('需要此值的申领会暂挂').waitFor();
    await admin.getByRole('link', { name: '由县里确定此值' }).waitFor();
    await browsing.picture(admin, 'policy-missing');
    const caseworker = await browsing.as('hg.caseworker1', { path: at });
    await caseworker.getByRole('option').first().click();
    await caseworker.getByText('需要此值的申领会暂挂').waitFor();
    expect(await caseworker.getByRole('link', { name: '由县里确定此值' }).count()).toBe(0);
  }, 60_000);

  it('says when nothing matches', async () => {
    const page = await browsing.as('hg.admin', { path: '/policies/huguan-2024?find=没有这样的话' });
    await page.getByText('没有符合筛选条件的数值。').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
  }, 60_000);

  it('says when there is no such policy', async () => {
    const nowhere = await browsing.as('hg.admin', { path: '/policies/nowhere-2030' });
    await nowhere.getByRole('alert').filter({ hasText: '未找到该政策快照' }).waitFor();
  }, 60_000);
});
