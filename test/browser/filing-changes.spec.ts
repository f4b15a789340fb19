import { xinzhou } from '../journey/cast.ts';
import { Journey } from '../journey/journey.ts';
import { upload } from '../journey/roster-file.ts';
import { taskOf } from '../journey/steps/tasks.ts';
import { Browsing } from './support/browsing.ts';
import { filedOpening } from './support/filed-opening.ts';
import { pdfOf } from './support/papers.ts';

const BATCH = 6;
const languages = ['zh', 'en'] as const;

describe('the difference between two submissions', () => {
  let browsing: Browsing;
  let classId: string;
  let taskId: string;
  beforeAll(async () => {
    browsing = await Browsing.start();
    ({ classId, taskId } = await filedOpening(browsing.url, BATCH));
    await returnOpening();
  }, 240_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  const journey = () => new Journey('browser', browsing.url, () => undefined);
  const { school } = xinzhou;
  const read = async (login: string, path: string) => journey().must(login, { method: 'GET', path });

  /** The caseworker returns it for three faults: a field, a row, a page. */
  async function returnOpening(): Promise<void> {
    const { version = 0 } = await read('xz.caseworker1', `/v1/tasks/${taskId}`);
    const marks = [
      { pointer: '/capacity', text: '计划人数超过场地容量' },
      { row: 1, text: '此人不在劳动年龄内' },
      { pointer: '/materials/syllabus', page: 1, text: '缺少盖章' },
    ];
    const body = { action: 'return', reasonCode: 'incomplete', marks };
    await journey().must('xz.caseworker1', { method: 'POST', path: `/v1/tasks/${taskId}/decision`, ifMatch: version, body });
  }

  /** Corrects the number of places, takes the first person off, adds the stamped paper. */
  async function correct(): Promise<void> {
    const of = await read(school, `/v1/classes/${classId}`);
    const { timetable, teachingPlan, ...rest } = of.body;
    const kept = ['name', 'classType', 'orderId', 'occupationCode', 'occupationName', 'siteId', 'assigningOfficeId', 'evaluationBodyId'];
    const days = ['startsOn', 'endsOn'];
    const fields = Object.fromEntries([...kept, ...days].map((key) => [key, rest[key]]));
    await journey().must(school, {
      method: 'PUT',
      path: `/v1/classes/${classId}`,
      ifMatch: of.version ?? 0,
      body: { ...fields, capacity: 30, timetable, teachingPlan },
    });
    const people = await read(school, `/v1/classes/${classId}/enrollments?limit=1`);
    const [first] = people.body['items'] as { readonly id: string }[];
    await journey().must(school, { method: 'POST', path: `/v1/enrollments/${first?.id ?? ''}/exclude`, body: { reason: '不符合条件' } });
    const body = upload(pdfOf(['stamped']), '大纲（盖章）.pdf', 'application/pdf', { filing: 'opening', slot: 'syllabus' });
    await journey().must(school, { method: 'POST', path: `/v1/classes/${classId}/materials`, body });
  }

  it('is shown to the institution at each fault, before and after, and once filed again to the caseworker', async () => {
    const path = `/classes/${classId}/filing/opening`;
    const page = await browsing.as(school, { path });
    await page.getByText('尚未改动').nth(2).waitFor();
    await correct();
    await page.reload();
    await page.getByText('已改：40 → 30').waitFor();
    await page.getByText('材料已更换').waitFor();
    await page.getByText('此人已移出名单').waitFor();
    await page.getByText('填报项 2 处，课程 0 处，材料 1 份，名单 1 人').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'corrections');
    const narrow = await browsing.as(school, { path, width: 320, language: 'en' });
    await narrow.getByText('Changed: 40 → 30').waitFor();
    expect(await browsing.axe(narrow)).toEqual([]);
    expect(await narrow.evaluate('document.documentElement.scrollWidth <= window.innerWidth')).toBe(true);
    await browsing.picture(narrow, 'corrections-en-320');
    await page.getByRole('button', { name: '重新提交（补正）' }).press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: '提交申请' }).press('Enter');
    await page.getByText('申请正在审核，内容已固定。').waitFor();
    for (const language of languages) await showsTheCaseworker(language);
  }, 240_000);

  /** Only what changed since the version that was returned. */
  async function showsTheCaseworker(language: (typeof languages)[number]): Promise<void> {
    const { id } = await taskOf(journey(), 'xz.caseworker1', classId, 'opening');
    const page = await browsing.as('xz.caseworker1', { language, path: `/tasks/${id}?tab=changes` });
    const table = page.getByRole('region', { name: language === 'zh' ? '填报项' : 'Fields', exact: true });
    await table.getByText('40').waitFor();
    await table.getByText('30', { exact: true }).first().waitFor();
    await page.getByText('大纲（盖章）.pdf').first().waitFor();
    expect(await browsing.atBothWidths(page, `changes-${language}`)).toEqual([]);
  }
});
