import type { Page } from 'playwright-core';
import { Browsing } from './support/browsing.ts';

const languages = ['zh', 'en'] as const;
const SUBJECT = '01900000-0009-7000-8000-000000000001';
const TASK = '01900000-0009-7000-8000-000000000002';
const base = { subjectId: SUBJECT, number: 'KB-2024-0001', title: '保育员培训班' };

/** An installation that works shows nothing stuck, so the page is given what one that does not would answer. */
async function troubled(page: Page): Promise<void> {
  const at = '2024-08-27T01:00:00Z';
  const body = {
    isTemporalKnown: true,
    roadsLookedAt: 12,
    roads: [
      { ...base, road: 'class', caseId: SUBJECT, startedAt: at, state: 'missing', activity: null, attempts: 0 },
      { ...base, subjectId: TASK, road: 'claim', caseId: TASK, startedAt: at, state: 'failing', activity: 'submitBatch', attempts: 7 },
    ],
    messages: [{ ...base, road: 'class', waiting: 2, since: at, attempts: 5, lastError: 'ServiceError' }],
    lateWork: [
      {
        ...base,
        taskId: TASK,
        stage: 'opening',
        kind: 'decide',
        role: 'caseworker',
        officeName: '忻州市人力资源和社会保障局',
        officeId: null,
        dueOn: '2024-08-23',
        assignee: null,
      },
    ],
    alarms: [
      { ...base, caseId: SUBJECT, reason: 'nobody-may-act', openedAt: at },
      { ...base, caseId: TASK, reason: 'CALENDAR_YEAR_UNKNOWN', openedAt: at },
    ],
  };
  await page.route('**/v1/operations/stuck', (route) => route.fulfill({ json: body }));
}

describe('stuck cases in plain words', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it('compares the rows with the running roads and says how things are', async () => {
    const page = await browsing.as('xz.admin', { path: '/operations' });
    await page
      .locator('[role=status]')
      .filter({ hasText: '没有卡住的事项' })
      .or(page.getByRole('heading', { level: 2 }).first())
      .first()
      .waitFor();
    expect(await page.getByText('流程引擎没有应答').count()).toBe(0);
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'stuck-now');
    await page
      .locator('main')
      .getByRole('button', { name: /演示向导/ })
      .click();
    await page.getByRole('dialog', { name: '演示向导' }).waitFor();
  }, 60_000);

  it.each(languages)(
    'tells what is missing, late, unsent or alarmed, with what helps (%s)',
    async (language) => {
      const page = await browsing.as('xz.admin', { language, path: '/policies' });
      await troubled(page);
      await page.locator('a[href="/console/operations"]').click();
      await page.locator('.kbt-table').nth(3).waitFor();
      expect(await browsing.atBothWidths(page, `stuck-${language}`)).toEqual([]);
    },
    60_000,
  );

  it('passes on what the server says of a repair, and asks for a reason before work is handed on, by keyboard', async () => {
    const page = await browsing.as('xz.admin', { path: '/policies' });
    await troubled(page);
    await page.locator('a[href="/console/operations"]').click();
    await page.getByRole('button', { name: '启动 KB-2024-0001 的流程' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alert').filter({ hasText: '未找到' }).waitFor();
    expect(await browsing.axe(page)).toEqual([]); // without the dialog: axe measures links half hidden behind it
    await page.getByRole('button', { name: '改派 KB-2024-0001' }).focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: '改派', exact: true }).focus();
    await page.keyboard.press('Enter');
    await dialog.getByRole('alert').filter({ hasText: '请填写原因' }).waitFor();
  }, 60_000);
});
