import { Database, statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { plantTrainee, type PlantedTrainee } from '../testing/plant-trainee.ts';
import { TraineeModule } from '../trainee.module.ts';

const eventsOf = statement(
  'test.phone-events',
  `select device_event_id as id, day::text from trainee.attendance_event where class_id = $1`,
);
const disputeRows = statement(
  'test.phone-disputes',
  `select text_cipher as cipher, answered_at is not null as answered from trainee.dispute where class_id = $1`,
);

describe('the page of a trainee on the telephone', () => {
  let application: TestApplication;
  let sequence = 0;
  beforeAll(async () => {
    application = await TestApplication.start([TraineeModule]);
  });
  afterAll(() => application.stop());

  const planted = (): Promise<PlantedTrainee> => application.asOwner((tx) => plantTrainee(tx, ++sequence));
  const signIn = ({ code, idLastSix }: Pick<PlantedTrainee, 'code' | 'idLastSix'>): Promise<Answered> =>
    application.call('POST', '/v1/phone/session', {}, { code, idLastSix });
  const cookieOf = (answer: Answered): Record<string, string> => ({ cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '' });
  const codeOnScreen = async ({ classId }: PlantedTrainee): Promise<string> =>
    String((await application.as('hg.aimin', 'GET', `/v1/classes/${classId}/session-code`)).body['code']);

  it('opens with the voucher and the last six signs of the identity number, and shows the own classes alone', async () => {
    const [me] = [await planted(), await planted()];
    const answer = await signIn({ ...me, code: ` ${me.code.slice(0, 6)} ${me.code.slice(6).toLowerCase()}` });
    expect(answer.status).toBe(201);
    expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly.*SameSite=Strict/);
    const { status, body } = await application.call('GET', '/v1/phone/me', cookieOf(answer));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      name: '侯·买买提',
      classes: [
        { classId: me.classId, voucherState: 'verified', attendedDays: [], isClassToday: true, institution: '长治市爱民职业培训学校' },
      ],
      disputes: [],
    });
    expect(JSON.stringify(body)).not.toContain(me.idLastSix);
  });

  it('answers an unknown voucher and wrong digits alike, and closes a voucher after five wrong attempts', async () => {
    const me = await planted();
    const unknown = await signIn({ code: 'NOSUCHCODE22', idLastSix: me.idLastSix });
    const wrong = await signIn({ ...me, idLastSix: '00000X' });
    expect([unknown.status, unknown.body['code']]).toEqual([422, 'PHONE_SIGN_IN_WRONG']);
    expect(wrong.body).toEqual({ ...unknown.body, traceId: wrong.body['traceId'], instance: wrong.body['instance'] });
    for (let attempt = 0; attempt < 4; attempt++) await signIn({ ...me, idLastSix: '00000X' });
    expect((await signIn(me)).body['code']).toBe('PHONE_LOCKED');
  });

  it('is closed without the cookie and after signing out', async () => {
    const cookie = cookieOf(await signIn(await planted()));
    expect((await application.call('GET', '/v1/phone/me', {})).body['code']).toBe('PHONE_SESSION_ENDED');
    expect((await application.call('DELETE', '/v1/phone/session', cookie)).status).toBe(204);
    expect((await application.call('GET', '/v1/phone/me', cookie)).status).toBe(401);
  });

  it('counts a day once, with the code of the classroom screen', async () => {
    const me = await planted();
    const cookie = cookieOf(await signIn(me));
    const clockIn = (code: string): Promise<Answered> =>
      application.call('POST', '/v1/phone/clock-ins', cookie, { classId: me.classId, code });
    const code = await codeOnScreen(me);
    const other = code === '000000' ? '000001' : '000000';
    expect((await clockIn(other)).body['code']).toBe('SESSION_CODE_WRONG');
    expect((await clockIn(code)).body).toMatchObject({ day: '2026-03-02', again: false });
    expect((await clockIn(code)).body).toMatchObject({ day: '2026-03-02', again: true });
    expect(await application.asOwner((tx) => tx.rows(eventsOf, [me.classId]))).toEqual([
      { id: `phone-${me.enrollmentId}-2026-03-02`, day: '2026-03-02' },
    ]);
  });

  it('takes no code for a class one is not in, and shows none to another institution', async () => {
    const [me, other] = [await planted(), await planted()];
    const cookie = cookieOf(await signIn(me));
    const code = await codeOnScreen(other);
    expect((await application.call('POST', '/v1/phone/clock-ins', cookie, { classId: other.classId, code })).status).toBe(404);
    expect((await application.as('xz.school', 'GET', `/v1/classes/${me.classId}/session-code`)).status).toBe(404);
  });

  it('names the field of a malformed sign-in', async () => {
    const { status, body } = await application.call('POST', '/v1/phone/session', {}, { code: '?', idLastSix: '12' });
    expect(status).toBe(400);
    expect((body['errors'] as { pointer: string }[]).map(({ pointer }) => pointer)).toEqual(['/code', '/idLastSix']);
  });

  it('takes a dispute that the bureau of the place answers once, and nobody else sees', async () => {
    const me = await planted();
    const cookie = cookieOf(await signIn(me));
    const text = '3月2日我在教室，签到记录里没有我';
    const filed = await application.call('POST', '/v1/phone/disputes', cookie, { classId: me.classId, subject: 'attendance', text });
    expect(filed.status).toBe(201);
    const id = String(filed.body['id']);
    const listed = async (login: string): Promise<string[]> =>
      ((await application.as(login, 'GET', '/v1/disputes')).body['items'] as { id: string }[]).map((one) => one.id);
    expect(await listed('hg.caseworker1')).toContain(id);
    expect(await listed('hg.aimin')).toContain(id);
    expect(await listed('xz.caseworker1')).not.toContain(id);
    const statement = '当天刷卡机故障，该学员确实在场';
    const state = (login: string): Promise<Answered> => application.as(login, 'POST', `/v1/disputes/${id}/statement`, { statement });
    expect((await state('xz.school')).status).toBe(404);
    expect((await state('hg.caseworker1')).status).toBe(403);
    expect((await state('hg.aimin')).status).toBe(200);
    expect((await state('hg.aimin')).body['code']).toBe('DISPUTE_STATED');
    const answer = (login: string, outcome = 'upheld'): Promise<Answered> =>
      application.as(login, 'POST', `/v1/disputes/${id}/answer`, { answer: '已核对监控视频，补记签到', outcome });
    expect((await answer('hg.caseworker1', 'perhaps')).status).toBe(400);
    expect((await answer('xz.caseworker1')).status).toBe(404);
    expect((await answer('hg.aimin')).status).toBe(403);
    expect((await answer('hg.caseworker1')).status).toBe(200);
    expect((await answer('hg.caseworker2')).body['code']).toBe('DISPUTE_FIXED');
    const mine = (await application.call('GET', '/v1/phone/me', cookie)).body['disputes'];
    expect(mine).toMatchObject([{ id, text, statement, answer: '已核对监控视频，补记签到', outcome: 'upheld' }]);
    expect((await state('hg.aimin')).body['code']).toBe('DISPUTE_FIXED');
    const rows = await application.asOwner((tx) => tx.rows<{ cipher: Buffer; answered: boolean }>(disputeRows, [me.classId]));
    expect(rows).toMatchObject([{ answered: true }]);
    expect(rows[0]?.cipher.includes(text)).toBe(false);
  });

  it('keeps a dispute from being answered without a finding by the service itself', async () => {
    const me = await planted();
    const cookie = cookieOf(await signIn(me));
    const filed = { classId: me.classId, subject: 'roster', text: '花名册上我的身份类别写错了' };
    const { body } = await application.call('POST', '/v1/phone/disputes', cookie, filed);
    const sql = `update trainee.dispute set answer_cipher = '\\x03', answered_by = gen_random_uuid() where id = $1`;
    const service = new Database('trainee', [], application.test.urls.trainee);
    try {
      await expect(service.transaction((tx) => tx.rows(statement('hostile-unjudged', sql), [body['id']]))).rejects.toThrow('DISPUTE_FIXED');
    } finally {
      await service.close();
    }
  });

  it.each([
    ['answered as if by the trainee', `update trainee.dispute set text_cipher = '\\x02'`, '42501'],
    ['moved to another person', `update trainee.dispute set person_id = gen_random_uuid()`, '42501'],
    ['removed', `delete from trainee.dispute`, '42501'],
    ['stated anew', `update trainee.dispute set statement_cipher = '\\x03', stated_by = gen_random_uuid()`, 'DISPUTE_FIXED'],
    ['judged otherwise', `update trainee.dispute set outcome = 'dismissed'`, 'DISPUTE_FIXED'],
    ['reopened', `update trainee.dispute set answer_cipher = null, answered_by = null`, 'DISPUTE_FIXED'],
  ])('keeps a dispute from being %s by the service itself', async (_what, sql, refusal) => {
    const service = new Database('trainee', [], application.test.urls.trainee);
    try {
      await expect(service.transaction((tx) => tx.rows(statement(`hostile-${sql.slice(0, 40)}`, sql)))).rejects.toMatchObject(
        /^\d/.test(refusal) ? { code: refusal } : { message: refusal },
      );
    } finally {
      await service.close();
    }
  });
});
