import { statement } from '#libs/platform';
import { TestApplication, type Answered } from '#libs/testing';
import { demoAccount, demoOffices, demoPassword } from '../seed/demo-world.ts';
import { authenticatorCode } from '../testing/authenticator.ts';
import { signInOverHttp } from '../testing/sign-in-over-http.ts';
import { signTestToken } from '../testing/sign-test-token.ts';

let app: TestApplication;
beforeAll(async () => (app = await TestApplication.start()));
afterAll(() => app.stop());

describe('GET /v1/me', () => {
  it('names the person, the offices they may act for and every right with its dates', async () => {
    const account = demoAccount('xz.caseworker1');
    const { status, body } = await app.as('xz.caseworker1', 'GET', '/v1/me');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      accountId: account.accountId,
      personId: account.personId,
      secondFactor: false,
      offices: [{ officeId: demoOffices.xinzhouHr.id, officeKind: 'hr', region: '140900', roles: ['caseworker'] }],
      grants: [{ officeId: demoOffices.xinzhouHr.id, role: 'caseworker', validTo: null, delegatedFrom: null, isInForce: true }],
    });
  });

  it('shows the same person behind two accounts', async () => {
    const [one, other] = await Promise.all([app.as('xz.caseworker1', 'GET', '/v1/me'), app.as('xz.twin', 'GET', '/v1/me')]);
    expect(other.body['personId']).toBe(one.body['personId']);
    expect(other.body['accountId']).not.toBe(one.body['accountId']);
  });

  it('needs no choice of office', async () => {
    const token = await signTestToken(app.database, demoAccount('xz.caseworker1').accountId);
    expect((await app.call('GET', '/v1/me', { authorization: `Bearer ${token}` })).status).toBe(200);
  });

  it('refuses a stranger', async () => {
    const { status, body, headers } = await app.call('GET', '/v1/me', {});
    expect([status, body['code'], headers.get('www-authenticate')]).toEqual([401, 'UNAUTHENTICATED', 'Bearer']);
  });
});

describe('one’s own second factor', () => {
  const PATH = '/v1/me/second-factor';

  const told = ({ status, body }: Answered) => [status, body['code'] ?? body['isEnrolled']];
  const proved = { secondFactor: true };
  const reset = (login: string, of: string, token: object = proved, reason = 'lost') =>
    app.as(login, 'POST', `/v1/accounts/${demoAccount(of).accountId}/second-factor/reset`, { reason }, token);
  const begin = (login: string, token: object = {}) => app.as(login, 'POST', PATH, undefined, token);
  const confirm = (login: string, code: string) => app.as(login, 'POST', `${PATH}/confirm`, { code });
  const shown = async (login: string) =>
    (await app.as(login, 'GET', PATH)).body as { isEnrolled: boolean; pending: { secret: string; uri: string } | null };
  const sql = <Row extends object>(text: string, values: readonly unknown[]) =>
    app.asOwner((tx) => tx.rows<Row>(statement(`test.${text.slice(0, 40)}`, text), values));

  it('is enrolled after a fresh sign-in, confirmed by a code, and its secret never shown again', async () => {
    expect(told(await reset('wz.admin', 'wz.caseworker1'))).toEqual([200, false]);
    expect(told(await confirm('wz.caseworker1', '123456'))).toEqual([409, 'SECOND_FACTOR_NOT_BEGUN']);
    const stale = await begin('wz.caseworker1', { signedInSecondsAgo: 400 });
    expect([...told(stale), stale.headers.get('www-authenticate')]).toEqual([
      ...[401, 'SIGN_IN_AGAIN', 'Bearer error="insufficient_user_authentication", max_age=300'],
    ]);
    const begun = await begin('wz.caseworker1');
    const { pending } = await shown('wz.caseworker1');
    const secret = pending?.secret ?? '';
    expect([begun.status, JSON.stringify(begun.body).includes(secret)]).toEqual([201, false]);
    expect([secret, pending?.uri]).toEqual([
      expect.stringMatching(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/),
      expect.stringMatching(/^otpauth:\/\/totp\/.*:wz\.caseworker1\?secret=[A-Z2-7]{32}&issuer=/),
    ]);
    const code = authenticatorCode(secret);
    const wrong = String((Number(code) + 500_000) % 1_000_000).padStart(6, '0');
    expect(told(await confirm('wz.caseworker1', wrong))).toEqual([422, 'SECOND_FACTOR_CODE_WRONG']);
    expect(told(await confirm('wz.caseworker1', code))).toEqual([200, true]);
    expect(await shown('wz.caseworker1')).toMatchObject({ isEnrolled: true, pending: null });
    const plain = secret.replaceAll(' ', '');
    const [kept] = await sql<{ n: number }>(
      `select (select count(*) from identity.account a where a::text like $1)::int + (select count(*) from platform.idempotency i where i::text like $1)::int
         + (select count(*) from platform.audit u where u::text like $1)::int as n`,
      [`%${plain}%`],
    );
    expect(kept).toEqual({ n: 0 });
    const { accountId } = demoAccount('wz.caseworker1');
    const acts = await sql(
      `select act, details from platform.audit where subject_id = $1::text and act like 'second-factor%' order by seq`,
      [accountId],
    );
    expect(acts).toMatchObject([
      { act: 'second-factor-reset', details: { reason: 'lost' } },
      { act: 'second-factor-begun' },
      { act: 'second-factor-enrolled' },
    ]);
  });

  it('is replaced by whoever has just given a code of the former one, which works until then', async () => {
    expect(told(await begin('wz.leader'))).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    expect(told(await begin('wz.leader', { ...proved, signedInSecondsAgo: 400 }))).toEqual([401, 'LOGIN_TOO_OLD']);
    expect(told(await begin('wz.leader', proved))).toEqual([201, true]);
    const { pending } = await shown('wz.leader');
    expect(told(await confirm('wz.leader', authenticatorCode(pending?.secret ?? '')))).toEqual([200, true]);
  });

  it('that was shown and not confirmed is forgotten after a quarter of an hour', async () => {
    await begin('wz.reviewer', proved);
    const { accountId } = demoAccount('wz.reviewer');
    await sql(`update identity.account set totp_pending_at = totp_pending_at - interval '16 minutes' where id = $1`, [accountId]);
    expect(await shown('wz.reviewer')).toMatchObject({ isEnrolled: true, pending: null });
    expect(told(await confirm('wz.reviewer', '123456'))).toEqual([409, 'SECOND_FACTOR_NOT_BEGUN']);
  });

  it('is taken away by another administrator of the place alone, with a code of their own and a reason, and ends the sessions', async () => {
    const { accountId } = demoAccount('wz.auditor');
    await sql(
      `insert into identity.browser_session (id_hash, account_id, auth_time, second_factor, expires_at)
       values (sha256('x'), $1, 1, true, clock_timestamp() + interval '1 hour')`,
      [accountId],
    );
    expect(told(await reset('wz.admin', 'wz.admin'))).toEqual([403, 'SECOND_FACTOR_RESET_SELF']);
    expect(told(await reset('hg.admin', 'wz.auditor'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await reset('wz.leader', 'wz.auditor'))).toEqual([403, 'FORBIDDEN']);
    expect(told(await reset('xz.admin', 'sysadmin'))).toEqual([404, 'NOT_FOUND']);
    expect(told(await reset('wz.admin', 'wz.auditor', {}))).toEqual([401, 'SECOND_FACTOR_REQUIRED']);
    expect(told(await reset('wz.admin', 'wz.auditor', proved, '张三的手机丢了'))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await reset('wz.admin', 'wz.auditor'))).toEqual([200, false]);
    expect(told(await reset('wz.admin', 'wz.auditor'))).toEqual([409, 'SECOND_FACTOR_NONE']);
    expect(await sql('select 1 from identity.browser_session where account_id = $1', [accountId])).toEqual([]);
    expect(told(await reset('sysadmin', 'wz.admin'))).toEqual([200, false]);
  });

  it('that is missing is told at the sign-in for a signature, with the way to enrol one', async () => {
    await expect(signInOverHttp({ issuer: app.issuer, login: 'wz.auditor', password: demoPassword, forSignature: true })).rejects.toThrow(
      '尚未绑定动态码',
    );
  });
});
