import { statement } from '#libs/platform';
import { syntheticIdentityNumber } from '#libs/policy';
import { TestApplication, type Answered } from '#libs/testing';
import { demoInstitutions, demoOffices } from '../seed/demo-world.ts';
import { signInOverHttp } from '../testing/sign-in-over-http.ts';

const idNumber = syntheticIdentityNumber({ region: '140427', birthDate: '1985-04-09', sequence: 77 });
const accountRow = statement(
  'test.account-row',
  `select a::text || p::text as text from identity.account a join identity.natural_person p on p.id = a.person_id where a.id = $1`,
);

describe('accounts', () => {
  let app: TestApplication;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());

  const loginsOf = async (login: string): Promise<string[]> => {
    const { body } = await app.as(login, 'GET', '/v1/accounts?limit=200');
    return (body['items'] as { login: string }[]).map((account) => account.login);
  };

  it('shows an administrator the accounts of the region, with their rights and without any secret', async () => {
    expect(await loginsOf('wz.admin')).toEqual(expect.arrayContaining(['wz.admin', 'wz.caseworker1', 'wz.twin']));
    expect((await loginsOf('wz.admin')).every((login) => login.startsWith('wz.'))).toBe(true);
    expect((await loginsOf('xz.admin')).some((login) => login.startsWith('wz.'))).toBe(true);
    const { body } = await app.as('wz.admin', 'GET', '/v1/accounts');
    expect(JSON.stringify(body)).not.toMatch(/argon2|password|cipher/i);
    expect(body['items']).toEqual(
      expect.arrayContaining([
        expect.objectContaining({
          login: 'wz.leader',
          isClosed: false,
          isLocked: false,
          grants: [expect.objectContaining({ role: 'leader' })],
        }),
      ]),
    );
  });

  it('is for administrators only', async () => {
    expect((await app.as('wz.caseworker1', 'GET', '/v1/accounts')).body['code']).toBe('FORBIDDEN');
  });

  const wanted = {
    ...{ login: 'hg.shifan', displayName: '申示范', idNumber, password: 'first-of-many-2026' },
    ...{ officeId: demoInstitutions.aimin.id, role: 'institution-operator' },
  };
  const open = (body: object = {}, login = 'hg.admin') => app.as(login, 'POST', '/v1/accounts', { ...wanted, ...body });
  const told = ({ status, body }: Answered) => [status, body['code']];
  const signIn = (password: string, newPassword?: string) =>
    signInOverHttp({ issuer: app.issuer, login: wanted.login, password, ...(newPassword === undefined ? {} : { newPassword }) });

  it('are opened by the administrator of the region with a first password, which the person exchanges before anything else', async () => {
    const opened = await open();
    expect([opened.status, opened.body['login']]).toEqual([201, 'hg.shifan']);
    expect(await loginsOf('hg.admin')).toContain('hg.shifan');
    const [row] = await app.asOwner((tx) => tx.rows<{ text: string }>(accountRow, [opened.body['accountId']]));
    for (const secret of [wanted.password, idNumber, Buffer.from(idNumber).toString('hex')]) expect(row?.text).not.toContain(secret);
    await expect(signIn(wanted.password)).rejects.toThrow('初始密码');
    await expect(signIn(wanted.password, 'short')).rejects.toThrow('至少 12 位');
    await expect(signIn(wanted.password, wanted.password)).rejects.toThrow('不同于初始密码');
    const { accessToken } = await signIn(wanted.password, 'nobody-else-knows');
    const me = await app.call('GET', '/v1/me', { authorization: `Bearer ${accessToken}` });
    expect(me.body).toMatchObject({ offices: [{ officeId: demoInstitutions.aimin.id, roles: ['institution-operator'] }] });
    await expect(signIn(wanted.password, 'another-choice')).rejects.toThrow('密码不正确');
    expect((await signIn('nobody-else-knows')).accessToken).not.toBe('');
  });

  it('of one identity number belong to one person, whatever they are called', async () => {
    const other = await open({ login: 'hg.shifan2', displayName: '申某' });
    const items = (await app.as('hg.admin', 'GET', '/v1/accounts?limit=200')).body['items'] as { login: string; personId: string }[];
    const personOf = (login: string) => items.find((one) => one.login === login)?.personId;
    expect([other.status, personOf('hg.shifan2')]).toEqual([201, personOf('hg.shifan')]);
  });

  it.each([
    ['a user name that is taken', { login: 'hg.leader' }, 409, 'ACCOUNT_LOGIN_TAKEN'],
    ['a user name with capitals', { login: 'HG.X' }, 400, 'REQUEST_INVALID'],
    ['a short password', { login: 'hg.new', password: 'short' }, 400, 'REQUEST_INVALID'],
    ['a wrong identity number', { login: 'hg.new', idNumber: idNumber.slice(1) }, 422, 'ID_LENGTH'],
    ['an office of another region', { login: 'hg.new', officeId: demoOffices.wuzhaiHr.id, role: 'caseworker' }, 404, 'NOT_FOUND'],
    ['a role its office does not have', { login: 'hg.new', role: 'leader' }, 422, 'GRANT_ROLE_OFFICE_MISMATCH'],
    [
      'a role above the administrator',
      { login: 'hg.new', officeId: demoOffices.huguanHr.id, role: 'county-administrator' },
      403,
      'GRANT_ROLE_REFUSED',
    ],
  ])('are not opened with %s, and nothing is left of it', async (_what, wrong, status, code) => {
    const answer = await open(wrong);
    expect([answer.status, answer.body['code']]).toEqual([status, code]);
    expect(answer.bytes.toString()).not.toContain(idNumber.slice(6, 14));
    expect(await loginsOf('hg.admin')).not.toContain('hg.new');
  });

  it('are opened by nobody else', async () => {
    expect(told(await open({ login: 'hg.new' }, 'hg.leader'))).toEqual([403, 'FORBIDDEN']);
  });
});
