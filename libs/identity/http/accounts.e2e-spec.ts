import { TestApplication } from '#libs/testing';

describe('GET /v1/accounts', () => {
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
});
