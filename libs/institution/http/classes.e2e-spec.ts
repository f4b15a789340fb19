import { randomUUID } from 'node:crypto';
import { demoEvaluationBodies, demoOffices } from '#libs/identity';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication, type Answered } from '#libs/testing';
import { InstitutionModule } from '../institution.module.ts';
import { seedInstitutions } from '../seed/seed-institutions.ts';

const idNumber = syntheticIdentityNumber({ region: '100000', birthDate: '1980-05-01', sequence: 903 });

describe('classes', () => {
  let app: TestApplication;
  let siteId: string;
  let teacherId: string;
  let foreignTeacher: string;

  beforeAll(async () => {
    app = await TestApplication.start([InstitutionModule]);
    await app.asOwner(seedInstitutions);
    const teacher = { name: '高文华', idNumber, qualification: '高级技师' };
    const idOf = ({ body }: Answered) => String(body['id']);
    siteId = idOf(await app.as('hg.aimin', 'POST', '/v1/sites', { name: '第一实训基地', address: '壶关县示范路1号' }));
    teacherId = idOf(await app.as('hg.aimin', 'POST', '/v1/teachers', teacher));
    foreignTeacher = idOf(await app.as('hg.huasen', 'POST', '/v1/teachers', teacher));
  });
  afterAll(() => app.stop());

  const plan = (changes: object = {}) => ({
    name: '养老护理员一班',
    classType: 'project',
    occupationCode: '4-10-01-05',
    occupationName: '养老护理员',
    siteId,
    assigningOfficeId: demoOffices.huguanHr.id,
    startsOn: '2026-03-16',
    endsOn: '2026-03-27',
    capacity: 40,
    timetable: [{ day: '2026-03-16', course: '消防安全', hours: 8, teacherId }],
    teachingPlan: [
      { course: '消防安全', hours: 8 },
      { course: '法制', hours: 4 },
      { course: '普通话', hours: 4 },
    ],
    ...changes,
  });
  const create = (changes: object = {}) => app.as('hg.aimin', 'POST', '/v1/classes', plan(changes));
  const codesOf = ({ body }: Answered) =>
    ((body['errors'] ?? []) as { code: string; pointer: string }[]).map(({ code, pointer }) => [code, pointer]);
  const made = async () => `/v1/classes/${String((await create()).body['id'])}`;
  const ifMatch = (version: number) => ({ headers: { 'if-match': `"${version}"` } });

  it('are planned by their institution, get a number of the database and are read back with an ETag', async () => {
    const { status, body } = await create({ evaluationBodyId: demoEvaluationBodies.zhendong.id });
    expect(status).toBe(201);
    const shown = await app.as('hg.aimin', 'GET', `/v1/classes/${String(body['id'])}`);
    expect(shown.headers.get('etag')).toBe('"1"');
    expect(shown.body).toMatchObject({ openingState: 'draft', region: '140427', startsOn: '2026-03-16', snapshotHash: null, capacity: 40 });
    expect(shown.body['number']).toMatch(/^KB1404272026\d{6}$/);
    expect(shown.body['timetable']).toEqual(plan().timetable);
    expect(shown.body['teachingPlan']).toEqual(plan().teachingPlan);
  });

  it('are changed as a whole, from the version that was seen', async () => {
    const path = await made();
    const changed = await app.as('hg.aimin', 'PUT', path, plan({ startsOn: '2026-03-15' }), ifMatch(1));
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    const stale = await app.as('hg.aimin', 'PUT', path, plan({ name: '另一个班' }), ifMatch(1));
    expect([stale.status, stale.body['code']]).toEqual([412, 'VERSION_STALE']);
    expect((await app.as('hg.aimin', 'PUT', path, plan())).status).toBe(428);
    expect((await app.as('hg.aimin', 'GET', path)).body).toMatchObject({ name: '养老护理员一班', startsOn: '2026-03-15' });
  });

  it('are told of everything the policy does not allow at once, each with its field, and nothing is kept', async () => {
    const before = (await app.as('hg.aimin', 'GET', '/v1/classes?limit=200')).body['items'] as object[];
    const answer = await create({ classType: 'order', teachingPlan: [{ course: '护理', hours: 8 }] });
    expect([answer.status, answer.body['code']]).toEqual([422, 'CLASS_INVALID']);
    expect(codesOf(answer)).toEqual([
      ['ORDER_MISSING', '/orderId'],
      ['BASIC_COURSES_MISSING', '/teachingPlan'],
    ]);
    expect((await app.as('hg.aimin', 'GET', '/v1/classes?limit=200')).body['items']).toHaveLength(before.length);
  });

  it.each<[string, () => object, string, string]>([
    ['that ends before it starts', () => ({ endsOn: '2026-03-01' }), 'CLASS_ENDS_BEFORE_START', '/endsOn'],
    ['on a day there is not', () => ({ startsOn: '2026-02-30' }), 'CLASS_DAY_INVALID', '/startsOn'],
    ['in a year of too few digits', () => ({ startsOn: '0026-08-10' }), 'CLASS_DAY_INVALID', '/startsOn'],
    [
      'with a lesson after its end',
      () => ({ timetable: [{ day: '2026-04-01', course: '消防安全', hours: 8, teacherId }] }),
      'LESSON_OUTSIDE_CLASS',
      '/timetable/0/day',
    ],
    [
      "with another institution's teacher",
      () => ({ timetable: [{ day: '2026-03-16', course: '消防安全', hours: 8, teacherId: foreignTeacher }] }),
      'TEACHER_UNKNOWN',
      '/timetable/0/teacherId',
    ],
    [
      'assigned by another region',
      () => ({ assigningOfficeId: demoOffices.wuzhaiHr.id }),
      'ASSIGNING_OFFICE_UNKNOWN',
      '/assigningOfficeId',
    ],
    [
      'assigned by a finance bureau',
      () => ({ assigningOfficeId: demoOffices.huguanFinance.id }),
      'ASSIGNING_OFFICE_UNKNOWN',
      '/assigningOfficeId',
    ],
  ])('are refused %s', async (_what, wrong, code, pointer) => {
    const answer = await create(wrong());
    expect(answer.status).toBe(422);
    expect(codesOf(answer)).toContainEqual([code, pointer]);
  });

  it.each<[string, () => object, number, string]>([
    ['at a site nobody registered', () => ({ siteId: randomUUID() }), 422, 'SITE_UNKNOWN'],
    ['to be assessed by an institution', () => ({ evaluationBodyId: demoOffices.huasen.id }), 422, 'EVALUATION_BODY_UNKNOWN'],
    ['without a timetable', () => ({ timetable: [] }), 400, 'REQUEST_INVALID'],
    ['for nobody', () => ({ capacity: 0 }), 400, 'REQUEST_INVALID'],
    ['with a number of its own', () => ({ number: 'KB1' }), 400, 'REQUEST_INVALID'],
    ['with a policy of its own', () => ({ snapshotHash: '0'.repeat(64) }), 400, 'REQUEST_INVALID'],
  ])('are refused %s', async (_what, wrong, status, code) => {
    const answer = await create(wrong());
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('are seen by their institution and the offices of their region, and are not there for anybody else', async () => {
    const path = await made();
    for (const login of ['hg.aimin', 'hg.caseworker1', 'cz.caseworker', 'sx.caseworker', 'hg.auditor'])
      expect((await app.as(login, 'GET', path)).status).toBe(200);
    for (const login of ['hg.huasen', 'xz.school', 'wz.caseworker1', 'cz.zhendong', 'sysadmin'])
      expect((await app.as(login, 'GET', path)).status).toBe(404);
    expect((await app.as('hg.huasen', 'PUT', path, plan(), ifMatch(1))).status).toBe(404);
    expect((await app.as('hg.caseworker1', 'PUT', path, plan(), ifMatch(1))).status).toBe(403);
  });

  it('are listed page by page, the newest first', async () => {
    await made();
    await made();
    const first = await app.as('hg.caseworker1', 'GET', '/v1/classes?limit=1');
    const second = await app.as('hg.caseworker1', 'GET', `/v1/classes?limit=1&cursor=${String(first.body['nextCursor'])}`);
    const [a, b] = [first, second].map(({ body }) => (body['items'] as { id: string }[])[0]?.id ?? '');
    expect((a ?? '') > (b ?? '')).toBe(true);
    expect((await app.as('wz.caseworker1', 'GET', '/v1/classes')).body['items']).toEqual([]);
  });

  it('refuse a cursor that is none', async () => {
    const { status, body } = await app.as('hg.aimin', 'GET', '/v1/classes?cursor=nonsense');
    expect([status, body['code']]).toEqual([400, 'CURSOR_INVALID']);
  });
});
