import { randomUUID } from 'node:crypto';
import { statement } from '#libs/platform';
import { demoAccount, demoOffices } from '../seed/demo-world.ts';
import { TestApplication } from '#libs/testing';

const audited = statement('test.audited', `select act, account_id as "accountId" from platform.audit where subject_id = $1 order by seq`);

describe('POST /v1/grants', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());

  const grant = (role: string, to = 'hg.caseworker2', office: { id: string } = demoOffices.huguanHr) => ({
    accountId: demoAccount(to).accountId,
    officeId: office.id,
    role,
  });

  it('gives a right at once, and closing it takes it away at once', async () => {
    expect((await app.as('hg.caseworker2', 'GET', '/v1/accounts')).status).toBe(403);
    const granted = await app.as('hg.admin', 'POST', '/v1/grants', grant('leader'));
    expect(granted.status).toBe(201);
    const id = String(granted.body['id']);
    const rolesNow = async (): Promise<unknown> => {
      const { body } = await app.as('hg.caseworker2', 'GET', '/v1/me');
      return (body['offices'] as { roles: string[] }[])[0]?.roles;
    };
    expect(await rolesNow()).toEqual(['caseworker', 'leader']);

    const closed = await app.as('hg.admin', 'POST', `/v1/grants/${id}/close`);
    expect(closed.status).toBe(200);
    expect(await rolesNow()).toEqual(['caseworker']);
    expect((await app.as('hg.admin', 'POST', `/v1/grants/${id}/close`)).body['code']).toBe('GRANT_CLOSED');
  });

  it('counts days in Shanghai, the last one included', async () => {
    const wanted = { ...grant('reviewer'), fromOn: '2099-01-01', untilOn: '2099-01-31' };
    const { body } = await app.as('hg.admin', 'POST', '/v1/grants', wanted);
    expect(body).toMatchObject({ validFrom: '2098-12-31T16:00:00.000Z', validTo: '2099-01-31T16:00:00.000Z' });
  });

  it('refuses the same role again for an overlapping time', async () => {
    const { status, body } = await app.as('hg.admin', 'POST', '/v1/grants', grant('caseworker'));
    expect([status, body['code']]).toEqual([409, 'GRANT_OVERLAPS']);
  });

  it.each([
    ['to oneself', 'hg.admin', grant('leader', 'hg.admin'), 403, 'GRANT_TO_SELF'],
    ['in an office outside the region', 'hg.admin', grant('leader', 'wz.leader', demoOffices.wuzhaiHr), 404, 'NOT_FOUND'],
    ['of a role the office does not have', 'hg.admin', grant('finance-disburser'), 422, 'GRANT_ROLE_OFFICE_MISMATCH'],
    ['of an equal administrator', 'hg.admin', grant('county-administrator'), 403, 'GRANT_ROLE_REFUSED'],
    ['of a system administrator', 'hg.admin', grant('system-administrator'), 403, 'GRANT_ROLE_REFUSED'],
    ['by a caseworker', 'hg.caseworker1', grant('leader'), 403, 'FORBIDDEN'],
    ['that ends before it begins', 'hg.admin', { ...grant('leader'), fromOn: '2099-02-01', untilOn: '2099-01-01' }, 422, 'PERIOD_INVALID'],
    ['that ended in the past', 'hg.admin', { ...grant('leader'), untilOn: '2020-01-01' }, 422, 'PERIOD_INVALID'],
    ['to an unknown account', 'hg.admin', { ...grant('leader'), accountId: randomUUID() }, 422, 'ACCOUNT_UNKNOWN'],
    ['of an unknown role', 'hg.admin', { ...grant('emperor') }, 400, 'REQUEST_INVALID'],
    ['with a field of another table', 'hg.admin', { ...grant('leader'), grantedBy: randomUUID() }, 400, 'REQUEST_INVALID'],
  ])('refuses a grant %s', async (_what, login, body, status, code) => {
    const answer = await app.as(login, 'POST', '/v1/grants', body);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });

  it('answers a repeated key with the first answer and grants once', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const token = await app.headersOf('hg.admin');
    const wanted = grant('auditor', 'hg.auditor', demoOffices.huguanHr);
    const first = await app.call('POST', '/v1/grants', { ...token, ...headers }, wanted);
    const again = await app.call('POST', '/v1/grants', { ...token, ...headers }, wanted);
    expect([first.status, again.status, again.headers.get('idempotency-replayed')]).toEqual([201, 201, 'true']);
    expect(again.body).toEqual(first.body);
  });

  it('hides a foreign grant from another region, and leaves a trace of its own', async () => {
    const { body } = await app.as('hg.admin', 'POST', '/v1/grants', grant('leader', 'hg.reviewer'));
    const id = String(body['id']);
    expect((await app.as('wz.admin', 'POST', `/v1/grants/${id}/close`)).status).toBe(404);
    const trace = await app.asOwner((tx) => tx.rows<{ act: string; accountId: string }>(audited, [id]));
    expect(trace).toEqual([{ act: 'role-granted', accountId: demoAccount('hg.admin').accountId }]);
  });
});
