import { demoAccount, demoOffices } from '../seed/demo-world.ts';
import { signTestToken } from '../testing/sign-test-token.ts';
import { TestApplication } from '#libs/testing';

describe('GET /v1/me', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());

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
