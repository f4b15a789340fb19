import { demoAccount, demoOffices } from '../seed/demo-world.ts';
import { TestApplication } from '#libs/testing';

describe('POST /v1/delegations', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());

  const to = (login: string, ...roles: string[]) => ({ toAccountId: demoAccount(login).accountId, roles, untilOn: '2099-12-31' });
  const rolesOf = async (login: string): Promise<unknown> => {
    const { body } = await app.as(login, 'GET', '/v1/me');
    return (body['offices'] as { roles: string[] }[])[0]?.roles;
  };

  it('lets a colleague act with the role until it is ended', async () => {
    const made = await app.as('xz.leader', 'POST', '/v1/delegations', to('xz.reviewer', 'leader'));
    expect(made.status).toBe(201);
    expect(await rolesOf('xz.reviewer')).toEqual(['leader', 'reviewer']);
    const listed = await app.as('xz.reviewer', 'GET', '/v1/delegations');
    expect(listed.body['items']).toMatchObject([{ id: made.body['id'], roles: ['leader'], isInForce: true }]);

    expect((await app.as('xz.reviewer', 'POST', `/v1/delegations/${String(made.body['id'])}/end`)).status).toBe(404);
    expect((await app.as('xz.leader', 'POST', `/v1/delegations/${String(made.body['id'])}/end`)).status).toBe(200);
    expect(await rolesOf('xz.reviewer')).toEqual(['reviewer']);
  });

  it('is checked again at each use: it ends with the right of the absent person', async () => {
    await app.as('wz.leader', 'POST', '/v1/delegations', to('wz.reviewer', 'leader'));
    expect(await rolesOf('wz.reviewer')).toEqual(['leader', 'reviewer']);
    const { body } = await app.as('wz.leader', 'GET', '/v1/me');
    const [own] = body['grants'] as { id: string }[];
    expect((await app.as('wz.admin', 'POST', `/v1/grants/${own?.id ?? ''}/close`)).status).toBe(200);
    expect(await rolesOf('wz.reviewer')).toEqual(['reviewer']);
  });

  it('may be made by the administrator for somebody who fell ill, but not to the administrator', async () => {
    const ill = { fromAccountId: demoAccount('hg.leader').accountId, officeId: demoOffices.huguanHr.id };
    expect((await app.as('hg.admin', 'POST', '/v1/delegations', { ...ill, ...to('hg.reviewer', 'leader') })).status).toBe(201);
    expect((await app.as('hg.admin', 'POST', '/v1/delegations', { ...ill, ...to('hg.admin', 'leader') })).body['code']).toBe(
      'GRANT_TO_SELF',
    );
    expect((await app.as('wz.admin', 'POST', '/v1/delegations', { ...ill, ...to('hg.reviewer', 'leader') })).status).toBe(404);
  });

  it.each([
    ['of a role not held', 'xz.caseworker2', to('xz.reviewer', 'leader'), 422, 'DELEGATION_ROLE_NOT_HELD'],
    ['to the same person', 'xz.caseworker1', to('xz.twin', 'caseworker'), 422, 'DELEGATION_TO_SELF'],
    ['to somebody of another office', 'xz.caseworker2', to('wz.caseworker1', 'caseworker'), 422, 'DELEGATION_DELEGATE_OUTSIDE'],
    ['of administration', 'xz.admin', to('xz.reviewer', 'county-administrator'), 403, 'DELEGATION_OF_ADMINISTRATION'],
    ['without an end', 'xz.caseworker2', { ...to('xz.reviewer', 'caseworker'), untilOn: undefined }, 400, 'REQUEST_INVALID'],
    ['that has ended', 'xz.caseworker2', { ...to('xz.reviewer', 'caseworker'), untilOn: '2020-01-01' }, 422, 'PERIOD_INVALID'],
  ])('refuses a delegation %s', async (_what, login, body, status, code) => {
    const answer = await app.as(login, 'POST', '/v1/delegations', body);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
  });
});
