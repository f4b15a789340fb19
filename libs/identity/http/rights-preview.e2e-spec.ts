import { randomUUID } from 'node:crypto';
import { TestApplication } from '#libs/testing';
import { demoAccount, demoInstitutions, demoOffices } from '../seed/demo-world.ts';

describe('a change of rights, looked at before it is saved', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());

  const of = (login: string, roles: string[], office: { id: string } = demoOffices.huguanHr, change = 'grant') => ({
    change,
    accountId: demoAccount(login).accountId,
    officeId: office.id,
    roles,
  });
  const preview = (body: object, as = 'hg.admin') => app.as(as, 'POST', '/v1/rights/preview', body);

  it('tells roles of the same natural person that must be kept apart, also under another account', async () => {
    const { status, body } = await preview(of('hg.caseworker1', ['finance-reviewer'], demoOffices.huguanFinance));
    expect(status).toBe(200);
    expect(body['conflicts']).toMatchObject([
      { role: 'finance-reviewer', with: 'caseworker', rule: 'apart', officeName: demoOffices.huguanHr.name },
      { role: 'finance-reviewer', with: 'reviewer', rule: 'apart', login: 'hg.twin' },
    ]);
    expect((await preview(of('hg.caseworker2', ['leader']))).body['conflicts']).toMatchObject([{ with: 'caseworker', rule: 'once' }]);
    expect((await preview(of('hg.caseworker2', ['caseworker']))).body['conflicts']).toEqual([]);
  });

  it('counts who is left to sign, as persons', async () => {
    expect((await preview(of('hg.leader', ['leader'], demoOffices.huguanHr, 'close'))).body).toMatchObject({
      signersBefore: 4,
      signersAfter: 3,
    });
    const twin = await preview(of('hg.twin', ['reviewer'], demoOffices.huguanHr, 'close'));
    expect(twin.body).toMatchObject({ signersBefore: 4, signersAfter: 4 });
  });

  it('names the institutions the person has an interest in', async () => {
    const { accountId } = demoAccount('hg.caseworker2');
    await app.as('hg.admin', 'POST', '/v1/declared-interests', { institutionId: demoInstitutions.aimin.id, relation: 'family', accountId });
    expect((await preview(of('hg.caseworker2', ['leader']))).body['interests']).toEqual([
      { institutionId: demoInstitutions.aimin.id, institutionName: demoInstitutions.aimin.name },
    ]);
  });

  it('is for the office’s own people and its administrators', async () => {
    expect((await preview(of('wz.leader', ['leader'], demoOffices.wuzhaiHr))).status).toBe(404);
    expect((await preview({ ...of('hg.leader', ['leader']), accountId: randomUUID() })).body['code']).toBe('ACCOUNT_UNKNOWN');
    expect((await preview({ ...of('hg.leader', []) })).status).toBe(400);
    expect((await preview(of('hg.caseworker2', ['caseworker']), 'hg.caseworker1')).status).toBe(200);
  });

  it('lists the delegations of the region to its administrator alone', async () => {
    const { accountId: toAccountId } = demoAccount('hg.caseworker2');
    await app.as('hg.caseworker1', 'POST', '/v1/delegations', { toAccountId, roles: ['caseworker'], untilOn: '2099-12-31' });
    const listed = async (login: string) => (await app.as(login, 'GET', '/v1/delegations?scope=region')).body['items'] as object[];
    expect(await listed('hg.admin')).toMatchObject([{ toAccountId, roles: ['caseworker'] }]);
    expect(await listed('wz.admin')).toEqual([]);
    expect(await listed('hg.caseworker1')).toEqual([]);
  });
});
