import { randomUUID } from 'node:crypto';
import { statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantClass, plantCompletion, plantEnrollment, type PlantedPerson, type Stages } from '../testing/plant-class.ts';
import { TraineeModule } from '../trainee.module.ts';

const activated: Stages = { opening: 'approved', activation: 'activated', delivery: null };
const statesOf = `select state from trainee.voucher where class_id = $1 order by id`;
const eventsOf = `select device_event_id as id, day::text from trainee.attendance_event where class_id = $1 order by device_event_id`;

describe('vouchers, attendance and the people of a class', () => {
  let app: TestApplication;
  let sequence = 200;
  beforeAll(async () => {
    app = await TestApplication.start([TraineeModule]);
  });
  afterAll(() => app.stop());

  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));
  const classOf = async (stages: Stages, people = 2): Promise<{ classId: string; people: PlantedPerson[] }> => {
    const classId = await app.asOwner((tx) => plantClass(tx, stages));
    const enrolled: PlantedPerson[] = [];
    for (let index = 0; index < people; index++) enrolled.push(await app.asOwner((tx) => plantEnrollment(tx, classId, ++sequence)));
    return { classId, people: enrolled };
  };
  const post = (at: string, body?: object, login = 'hg.aimin') => app.as(login, 'POST', `/v1/${at}`, body);
  const get = (at: string, login = 'hg.aimin') => app.as(login, 'GET', `/v1/${at}`);
  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['moved']];
  const codesOf = ({ body }: Answered) => (body['items'] as { code: string }[]).map(({ code }) => code);
  const step = (classId: string, name: string, body: object) => post(`classes/${classId}/vouchers/${name}`, body);
  const event = (enrollmentId: string, changes: object = {}) => ({
    ...{ deviceEventId: randomUUID(), enrollmentId, deviceId: 'D1', kind: 'clock-in', occurredAt: '2026-03-02T08:31:05+08:00' },
    ...changes,
  });
  const push = (classId: string, ...events: object[]) => post(`classes/${classId}/attendance`, { events });

  it('gives everybody of a class one voucher, whose code is shown once', async () => {
    const { classId } = await classOf({ opening: null });
    const issued = await post(`classes/${classId}/vouchers`);
    expect([issued.status, codesOf(issued).length]).toEqual([201, 2]);
    expect(codesOf(issued)[0]).toMatch(/^[0-9A-Z]{12}$/);
    const listed = await get(`classes/${classId}/vouchers`);
    expect(listed.body['items']).toMatchObject([{ state: 'claimed', verifiedAt: null }, { state: 'claimed' }]);
    expect(JSON.stringify(listed.body)).not.toContain(codesOf(issued)[0]);
    expect(told(await post(`classes/${classId}/vouchers`))).toEqual([422, 'VOUCHER_NOBODY']);
    expect(await sql(statesOf, [classId])).toHaveLength(2);
  });

  it('tells who may join by the policy of the class: what is still to be asked, of whom, by which clause', async () => {
    const { classId } = await classOf({ opening: null });
    const { status, body } = await get(`classes/${classId}/eligibility`, 'hg.caseworker1');
    expect([status, body['people']]).toEqual([
      200,
      [expect.objectContaining({ answer: 'unknown' }), expect.objectContaining({ answer: 'unknown' })],
    ]);
    const intent = (body['checks'] as { code: string }[]).find(({ code }) => code === 'training-intent');
    expect(intent).toMatchObject({
      unknown: 2,
      no: 0,
      value: { kind: 'stated', clause: '三（一）' },
      ask: [{ fact: 'hasTrainingIntent' }],
    });
    expect((await get(`classes/${classId}/eligibility`, 'wz.caseworker1')).status).toBe(404);
  });

  it('verifies no voucher before the class is activated (HG24 三(一)), and redeems none before its holder has completed', async () => {
    const { classId, people } = await classOf({ opening: 'approved', activation: null });
    const codes = codesOf(await post(`classes/${classId}/vouchers`));
    expect(told(await step(classId, 'verify', { codes }))).toEqual([409, 'VOUCHER_TOO_EARLY']);
    expect(await sql(statesOf, [classId])).toEqual([{ state: 'claimed' }, { state: 'claimed' }]);
    await sql(`update casework.stage set outcome = 'activated' where case_id = $1 and stage = 'activation'`, [classId]);
    expect(told(await step(classId, 'verify', { codes }))).toEqual([200, 2]);
    const enrollmentIds = people.map(({ enrollmentId }) => enrollmentId);
    expect(told(await step(classId, 'redeem', { enrollmentIds }))).toEqual([409, 'VOUCHER_TOO_EARLY']);
    await app.asOwner((tx) => plantCompletion(tx, classId));
    expect(told(await step(classId, 'write-off', { enrollmentIds }))).toEqual([422, 'VOUCHER_UNKNOWN']);
    expect(told(await step(classId, 'redeem', { enrollmentIds }))).toEqual([200, 2]);
    expect(told(await step(classId, 'write-off', { enrollmentIds }))).toEqual([200, 2]);
    expect(await sql(statesOf, [classId])).toEqual([{ state: 'written-off' }, { state: 'written-off' }]);
  });

  it('moves all vouchers that are named or none', async () => {
    const { classId } = await classOf(activated);
    const [code = ''] = codesOf(await post(`classes/${classId}/vouchers`));
    expect(told(await step(classId, 'verify', { codes: [code, 'NOSUCHCODE22'] }))).toEqual([422, 'VOUCHER_UNKNOWN']);
    expect(told(await step(classId, 'verify', {}))).toEqual([422, 'VOUCHER_NOBODY']);
    expect((await step(classId, 'verify', { codes: ['short'] })).status).toBe(400);
    expect((await step(classId, 'burn', { codes: [code] })).status).toBe(400);
    expect(await sql(`select 1 from trainee.voucher where class_id = $1 and state <> 'claimed'`, [classId])).toEqual([]);
  });

  it('counts a device’s event once, however often it is pushed', async () => {
    const { classId, people } = await classOf({ opening: 'approved', activation: 'not-required', delivery: null });
    const [one = { enrollmentId: '' }, other = { enrollmentId: '' }] = people;
    const events = [event(one.enrollmentId), event(other.enrollmentId)];
    expect((await push(classId, ...events)).body).toEqual({ stored: 2, repeated: 0 });
    expect((await push(classId, ...events, event(one.enrollmentId, { kind: 'clock-out' }))).body).toEqual({ stored: 1, repeated: 2 });
    expect(await sql(eventsOf, [classId])).toHaveLength(3);
    expect((await get(`classes/${classId}/attendance`)).body['items']).toHaveLength(2);
    const reused = await push(classId, { ...events[0], occurredAt: '2026-03-02T08:59:00+08:00' });
    expect([reused.status, reused.body['code'], reused.body['pointer']]).toEqual([
      422,
      'ATTENDANCE_EVENT_REUSED',
      '/events/0/deviceEventId',
    ]);
  });

  it.each<[string, Stages, (id: string) => object, number, string]>([
    ['before the class has begun', { opening: null }, event, 409, 'ATTENDANCE_NOT_BEGUN'],
    ['of somebody without a verified voucher where the policy activates', activated, event, 422, 'ATTENDANCE_VOUCHER_UNVERIFIED'],
    ['of somebody who is not in the class', { delivery: null }, () => event(randomUUID()), 422, 'ATTENDANCE_PERSON_UNKNOWN'],
    [
      'of a day without a lesson',
      { delivery: null },
      (id) => event(id, { occurredAt: '2026-03-01T09:00:00+08:00' }),
      422,
      'ATTENDANCE_DAY_NOT_PLANNED',
    ],
    ['from the future', { delivery: null }, (id) => event(id, { occurredAt: '2026-03-06T09:00:00+08:00' }), 422, 'ATTENDANCE_IN_FUTURE'],
    ['of a day there is not', { delivery: null }, (id) => event(id, { occurredAt: '2026-02-30T09:00:00+08:00' }), 400, 'REQUEST_INVALID'],
    [
      'at an instant without its offset',
      { delivery: null },
      (id) => event(id, { occurredAt: '2026-03-02T09:00:00' }),
      400,
      'REQUEST_INVALID',
    ],
    ['of a kind there is not', { delivery: null }, (id) => event(id, { kind: 'wave' }), 400, 'REQUEST_INVALID'],
  ])('stores no attendance %s', async (_what, stages, made, status, code) => {
    const { classId, people } = await classOf(stages, 1);
    const answer = await push(classId, made(people[0]?.enrollmentId ?? ''));
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(await sql(eventsOf, [classId])).toEqual([]);
  });

  it('lists the people of a class masked, page by page, to those it concerns', async () => {
    const { classId } = await classOf({ opening: null }, 3);
    const first = await get(`classes/${classId}/enrollments?limit=2`, 'hg.caseworker1');
    expect(first.body['items']).toHaveLength(2);
    expect(JSON.stringify(first.body)).toMatch(/侯\*\*/);
    expect(JSON.stringify(first.body)).not.toMatch(/买买提|\d{17}/);
    const rest = await get(`classes/${classId}/enrollments?limit=2&cursor=${String(first.body['nextCursor'])}`, 'cz.zhendong');
    expect([(rest.body['items'] as object[]).length, rest.body['nextCursor']]).toEqual([1, null]);
    for (const list of ['enrollments', 'vouchers', 'attendance', 'assessment/results', 'employment-proofs'])
      for (const login of ['hg.huasen', 'wz.caseworker1', 'sysadmin'])
        expect((await get(`classes/${classId}/${list}`, login)).status).toBe(404);
    expect((await get(`classes/${classId}/enrollments?cursor=abc`)).body['code']).toBe('CURSOR_INVALID');
    expect((await get(`classes/${classId}/enrollments?limit=201`)).status).toBe(400);
  });

  it('takes somebody off a class with a reason, and the voucher goes back', async () => {
    const { classId, people } = await classOf(activated);
    await post(`classes/${classId}/vouchers`);
    const at = `enrollments/${people[0]?.enrollmentId ?? ''}/exclude`;
    expect((await post(at, { reason: '' })).status).toBe(400);
    expect((await post(at, { reason: '本人放弃培训' }, 'hg.huasen')).status).toBe(404);
    expect((await post(at, { reason: '本人放弃培训' }, 'hg.caseworker1')).status).toBe(403);
    const excluded = await post(at, { reason: '本人放弃培训' });
    expect([excluded.status, excluded.headers.get('etag')]).toEqual([200, '"2"']);
    expect((await post(at, { reason: '本人放弃培训' })).body['code']).toBe('ENROLLMENT_NOT_ACTIVE');
    expect(await sql('select status, end_reason as reason from trainee.enrollment where id = $1', [people[0]?.enrollmentId])).toEqual([
      { status: 'excluded', reason: '本人放弃培训' },
    ]);
    expect(await sql('select state from trainee.voucher where enrollment_id = $1', [people[0]?.enrollmentId])).toEqual([
      { state: 'released' },
    ]);
    expect((await post(`enrollments/${randomUUID()}/exclude`, { reason: '本人放弃培训' })).status).toBe(404);
  });
});
