import { randomUUID } from 'node:crypto';
import { TestApplication, type Answered } from '#libs/testing';
import { statement } from '../database/statement.ts';
import { SandboxModule } from '../sandbox/sandbox.module.ts';
import { HealthModule } from './health.module.ts';

const CLOCK = '/v1/sandbox/clock';
const keys = statement('test.keys', 'select status, route from platform.idempotency where key = $1');
const offset = statement('test.offset', 'select platform.now()::text as now');

describe('what holds for every request', () => {
  let app: TestApplication;
  beforeAll(async () => {
    app = await TestApplication.start([SandboxModule, HealthModule.forRole('casework')]);
  });
  afterAll(() => app.stop());

  const told = ({ status, body }: Answered) => [status, body['code']];
  const move = (to: string, headers: Record<string, string> = {}) => app.as('hg.admin', 'POST', CLOCK, { to }, { headers });
  const raw = async (text: string, headers: Record<string, string> = {}) =>
    app.raw(
      'POST',
      CLOCK,
      { ...(await app.headersOf('hg.admin')), 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
      text,
    );
  const now = async () => (await app.asOwner((tx) => tx.one<{ now: string }>(offset)))?.now.slice(0, 10);

  it('the clock tells the business day to everybody, and a sandbox moves it forward only', async () => {
    expect((await app.call('GET', '/v1/clock', {})).body['today']).toBe('2026-03-02');
    expect((await move('2026-03-03T09:00:00+08:00')).body['today']).toBe('2026-03-03');
    expect(told(await move('2026-03-01T09:00:00+08:00'))).toEqual([422, 'CLOCK_BACKWARDS']);
    expect(told(await move('2026-02-30T09:00:00+08:00'))).toEqual([400, 'REQUEST_INVALID']);
    expect(told(await move('tomorrow'))).toEqual([400, 'REQUEST_INVALID']);
    expect(await now()).toBe('2026-03-03');
  });

  it('the same key is the same act: it is done once, and answered alike', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const first = await move('2026-03-04T09:00:00+08:00', key);
    const again = await move('2026-03-04T09:00:00+08:00', key);
    expect([again.status, again.body, again.headers.get('idempotency-replayed')]).toEqual([first.status, first.body, 'true']);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(await app.asOwner((tx) => tx.rows(keys, [key['idempotency-key']]))).toEqual([{ status: 200, route: `POST ${CLOCK}` }]);
  });

  it('a key with another body or on another route is refused, and is another person’s own affair', async () => {
    const key = { 'idempotency-key': randomUUID() };
    await move('2026-03-05T09:00:00+08:00', key);
    expect(told(await move('2026-03-06T09:00:00+08:00', key))).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    const elsewhere = await app.as('hg.admin', 'POST', `/v1/grants/${randomUUID()}/close`, undefined, { headers: key });
    expect(told(elsewhere)).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
    expect((await app.as('xz.admin', 'POST', CLOCK, { to: '2026-03-06T09:00:00+08:00' }, { headers: key })).status).toBe(200);
  });

  it('a refused act leaves its key free for the corrected request', async () => {
    const key = { 'idempotency-key': randomUUID() };
    expect((await move('2026-01-01T09:00:00+08:00', key)).status).toBe(422);
    expect((await move('2026-03-07T09:00:00+08:00', key)).status).toBe(200);
  });

  it('of two requests with one key at once only one acts', async () => {
    const key = { 'idempotency-key': randomUUID() };
    const answers = await Promise.all(Array.from({ length: 5 }, () => move('2026-03-08T09:00:00+08:00', key)));
    expect(answers.filter(({ status, headers }) => status === 200 && !headers.has('idempotency-replayed'))).toHaveLength(1);
    for (const { status } of answers) expect([200, 409]).toContain(status);
  });

  it.each([
    ['none', '', 'IDEMPOTENCY_KEY_MISSING'],
    ['a short one', 'abc', 'IDEMPOTENCY_KEY_INVALID'],
    ['one of 10 KiB', 'k'.repeat(10_240), 'IDEMPOTENCY_KEY_INVALID'],
    ['one with a space', 'key with spaces', 'IDEMPOTENCY_KEY_INVALID'],
  ])('a write wants a key: %s is refused', async (_what, key, code) => {
    expect(told(await move('2026-04-01T09:00:00+08:00', { 'idempotency-key': key }))).toEqual([400, code]);
  });

  it.each<[string, () => Promise<Answered>, number, string]>([
    ['JSON that is none', () => raw('{"to":'), 400, 'REQUEST_MALFORMED'],
    ['no body', () => raw(''), 400, 'REQUEST_MALFORMED'],
    ['another media type', () => raw('to=1', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'MEDIA_TYPE_UNSUPPORTED'],
    ['more than a MiB', () => raw(JSON.stringify({ to: 'x'.repeat(1_100_000) })), 413, 'PAYLOAD_TOO_LARGE'],
    ['text with a NUL', () => raw('{"to":"2026\\u0000"}'), 400, 'TEXT_UNSTORABLE'],
    ['half a character', () => raw('{"to":"\\ud800"}'), 400, 'TEXT_UNSTORABLE'],
    ['a field nobody knows', () => raw('{"to":"2026-04-01T09:00:00+08:00","roles":["leader"]}'), 400, 'REQUEST_INVALID'],
    ['a list', () => raw('[]'), 400, 'REQUEST_INVALID'],
    ['a poisoned prototype', () => raw('{"__proto__":{"to":"x"}}'), 400, 'REQUEST_MALFORMED'],
    ['nesting ten thousand deep', () => raw(`{"to":${'['.repeat(10_000)}${']'.repeat(10_000)}}`), 400, 'REQUEST_MALFORMED'],
  ])('a body with %s is refused and changes nothing', async (_what, ask, status, code) => {
    const before = await now();
    expect(told(await ask())).toEqual([status, code]);
    expect(await now()).toBe(before);
  });

  it('every finding of a body is told at once, with its place and in two languages', async () => {
    const answer = await raw('{"surprise":1}');
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      status: 400,
      code: 'REQUEST_INVALID',
      instance: CLOCK,
      type: expect.stringContaining('request-invalid') as string,
    });
    const errors = answer.body['errors'] as { pointer: string; message: string; messageEn: string }[];
    expect(errors.map(({ pointer }) => pointer).sort()).toEqual(['/surprise', '/to']);
    for (const { message, messageEn } of errors) expect([/\p{Script=Han}/u.test(message), messageEn.length > 0]).toEqual([true, true]);
    expect(answer.body['traceId']).toBe(answer.headers.get('x-request-id'));
    const english = await raw('{}', { 'accept-language': 'en' });
    expect(english.body['detail']).toBe(english.body['detailEn']);
  });

  it.each<[string, () => Promise<Record<string, string>>]>([
    ['no token', () => Promise.resolve({})],
    ['a token that is none', () => Promise.resolve({ authorization: 'Bearer abc.def.ghi' })],
    ['another scheme', () => Promise.resolve({ authorization: 'Basic aGc6aGc=' })],
    ['an expired token', () => app.headersOf('hg.admin', { expiresInSeconds: -60 })],
    ['an unsigned token', async () => ({ authorization: `Bearer ${unsigned((await app.headersOf('hg.admin'))['authorization'] ?? '')}` })],
    [
      'a token with its signature cut off',
      async () => ({ authorization: (await app.headersOf('hg.admin'))['authorization']?.replace(/[^.]*$/, '') ?? '' }),
    ],
    ['a token of a MiB', () => Promise.resolve({ authorization: `Bearer ${'a'.repeat(10_000)}` })],
  ])('with %s nobody gets in', async (_what, headers) => {
    expect(told(await app.call('GET', '/v1/me', await headers()))).toEqual([401, 'UNAUTHENTICATED']);
    expect(told(await app.call('POST', CLOCK, await headers(), { to: '2026-05-01T09:00:00+08:00' }))).toEqual([401, 'UNAUTHENTICATED']);
  });

  it('what is not for one’s role is refused, what is not there or no id is not found', async () => {
    expect(told(await app.as('hg.aimin', 'GET', '/v1/accounts'))).toEqual([403, 'FORBIDDEN']);
    expect(told(await app.as('hg.admin', 'GET', '/v1/nowhere'))).toEqual([404, 'NOT_FOUND']);
    const broken = await app.as('hg.admin', 'POST', '/v1/grants/17/close');
    expect([...told(broken), broken.body['pointer']]).toEqual([400, 'PATH_INVALID', '/id']);
    expect((await app.as('hg.admin', 'PUT', CLOCK, {})).status).toBe(404);
  });

  it('answers are never cached or framed, and say which request they belong to', async () => {
    const { headers } = await app.call('GET', '/v1/clock', {});
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers.has('x-powered-by')).toBe(false);
  });

  it('the process says that it lives and can serve, without a sign-in', async () => {
    expect((await app.call('GET', '/healthz', {})).body).toEqual({ status: 'ok' });
    expect((await app.call('GET', '/readyz', {})).body).toEqual({ status: 'ok' });
  });
});

/** The same claims under `alg: none`. */
function unsigned(authorization: string): string {
  const [, payload = ''] = authorization.replace('Bearer ', '').split('.');
  return `${Buffer.from('{"alg":"none","typ":"at+jwt"}').toString('base64url')}.${payload}.`;
}
