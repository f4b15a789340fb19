import { signIn } from '../application/sign-in.use-case.ts';
import { totpCode, totpStep } from '../domain/totp.ts';
import { demoAccount, demoOffices, demoPassword, demoSecret } from '../seed/demo-world.ts';
import { signInOverHttp } from '../testing/sign-in-over-http.ts';
import { TestApplication } from '#libs/testing';

const PAGE = { 'x-kaibantong-page': '1' };

/** A browser of its own: keeps cookies, follows redirects. */
class Browser {
  readonly cookies = new Map<string, string>();

  constructor(private readonly url: string) {}

  async open(path: string, init: RequestInit = {}): Promise<{ url: URL; status: number; text: string; setCookies: string[] }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { cookie, ...(init.headers as Record<string, string>) };
    const response = await fetch(new URL(path, this.url), { ...init, headers, redirect: 'manual' });
    const setCookies = response.headers.getSetCookie();
    for (const line of setCookies) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '' || line.includes('1970')) this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    const location = response.headers.get('location');
    const at = new URL(path, this.url);
    if (location === null || new URL(location, at).pathname.startsWith('/console/')) {
      return { url: new URL(location ?? at, at), status: response.status, text: await response.text(), setCookies };
    }
    return this.open(new URL(location, at).href);
  }

  async signIn(login: string, path = '/session/sign-in?returnTo=/console/tasks/1%3Ftab%3Da', code = ''): ReturnType<Browser['open']> {
    const page = await this.open(path);
    return this.open(page.url.href, { method: 'POST', body: new URLSearchParams({ login, password: demoPassword, code }) });
  }

  async session(): Promise<Record<string, unknown>> {
    return JSON.parse((await this.open('/session')).text) as Record<string, unknown>;
  }
}

describe('the console session', () => {
  let app: TestApplication;
  let browser: Browser;
  beforeAll(async () => (app = await TestApplication.start()));
  afterAll(() => app.stop());
  beforeEach(() => (browser = new Browser(app.url)));

  it('begins at the provider and returns to the very place, with nothing but a locked cookie', async () => {
    const back = await browser.signIn('xz.caseworker1');
    expect(`${back.url.pathname}${back.url.search}`).toBe('/console/tasks/1?tab=a');
    const [cookie = ''] = back.setCookies.filter((line) => line.startsWith('kbt_session='));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(await browser.session()).toMatchObject({
      person: { accountId: demoAccount('xz.caseworker1').accountId, login: 'xz.caseworker1' },
      officeId: demoOffices.xinzhouHr.id,
    });
    expect([...browser.cookies.keys()]).not.toContainEqual(expect.stringContaining('sign_in'));
  });

  it('opens the API as the token does', async () => {
    await browser.signIn('xz.caseworker1');
    const { status, text } = await browser.open('/v1/me');
    expect([status, (JSON.parse(text) as Record<string, unknown>)['accountId']]).toEqual([200, demoAccount('xz.caseworker1').accountId]);
  });

  it('keeps only the hash of the secret', async () => {
    await browser.signIn('xz.caseworker1');
    const secret = browser.cookies.get('kbt_session') ?? '';
    const { n } = await app.asOwner(async (tx) => {
      const [row] = await tx.rows<{ n: number }>(
        {
          name: 'test.plain-secret',
          text: `select count(*)::int as n from identity.browser_session s where s::text like '%' || $1 || '%'`,
        },
        [secret],
      );
      return row ?? { n: -1 };
    });
    expect([secret.length, n]).toEqual([43, 0]);
  });

  it.each([
    ['without our header', {}],
    ['from a page of another site', { ...PAGE, origin: 'https://evil.example' }],
  ])('refuses a write %s', async (_, headers) => {
    await browser.signIn('xz.caseworker1');
    const answer = await browser.open('/v1/grants', { method: 'POST', headers: { ...headers, 'idempotency-key': 'cross-site-1' } });
    expect([answer.status, answer.text.includes('REQUEST_CROSS_SITE')]).toEqual([403, true]);
    expect((await browser.open('/session/sign-out', { method: 'POST', headers })).status).toBe(403);
  });

  it('takes a write from our own page', async () => {
    await browser.signIn('xz.caseworker1');
    const answer = await browser.open('/v1/grants', {
      method: 'POST',
      headers: { ...PAGE, origin: app.url, 'idempotency-key': 'same-site-1' },
    });
    expect([answer.status, answer.text.includes('REQUEST_CROSS_SITE')]).toEqual([403, false]); // a caseworker grants nothing
  });

  it('ends at sign-out, on the server', async () => {
    await browser.signIn('xz.caseworker1');
    const secret = browser.cookies.get('kbt_session') ?? '';
    await browser.open('/session/sign-out', { method: 'POST', headers: PAGE });
    expect(browser.cookies.has('kbt_session')).toBe(false);
    browser.cookies.set('kbt_session', secret);
    expect(await browser.session()).toMatchObject({ person: null });
    expect((await browser.open('/v1/me')).status).toBe(401);
  });

  it('is another one after signing in again, and the one before is over', async () => {
    await browser.signIn('xz.caseworker1');
    const former = browser.cookies.get('kbt_session') ?? '';
    const page = await browser.open('/session/sign-in?returnTo=/console/sign');
    expect(page.text).toContain('value="xz.caseworker1"');
    await browser.signIn('xz.caseworker1');
    const stolen = new Browser(app.url);
    stolen.cookies.set('kbt_session', former);
    expect(await stolen.session()).toMatchObject({ person: null });
    expect(await browser.session()).toMatchObject({ person: { login: 'xz.caseworker1' } });
  });

  it.each(['https://evil.example/', '//evil.example/console/', '/\\evil.example/console/', '/oidc/auth', 'javascript:alert(1)'])(
    'does not lead away to %s',
    async (address) => {
      const back = await browser.signIn('xz.caseworker1', `/session/sign-in?returnTo=${encodeURIComponent(address)}`);
      expect(back.url.href).toBe(`${app.url}/console/`);
    },
  );

  it('does not take an answer it did not ask for', async () => {
    const back = await browser.open('/session/callback?code=abc&state=made-up-by-somebody');
    expect([back.url.pathname, back.url.search]).toEqual(['/console/', '?sign-in=unfinished']);
    expect(await browser.session()).toMatchObject({ person: null });
  });

  it('lives on while the person acts, and ends half an hour after the last act', async () => {
    await browser.signIn('xz.caseworker1');
    const age = (minutes: number) =>
      app.asOwner((tx) =>
        tx.rows({ name: 'test.age', text: `update identity.browser_session set seen_at = seen_at - make_interval(mins => $1)` }, [minutes]),
      );
    await age(29);
    expect((await browser.open('/v1/me', { headers: { 'x-kaibantong-background': '1' } })).status).toBe(200);
    expect(Number((await browser.session())['secondsLeft'])).toBeLessThan(61);
    await browser.open('/session/renew', { method: 'POST', headers: PAGE });
    expect(Number((await browser.session())['secondsLeft'])).toBeGreaterThan(1700);
    await age(31);
    expect((await browser.open('/v1/me')).status).toBe(401);
  });

  it('acts for an office of one’s own only', async () => {
    await browser.signIn('xz.caseworker1');
    const choose = (officeId: string) =>
      browser.open('/session/office', {
        method: 'PUT',
        headers: { ...PAGE, 'content-type': 'application/json' },
        body: JSON.stringify({ officeId }),
      });
    expect((await choose(demoOffices.wuzhaiHr.id)).status).toBe(403);
    expect((await choose(demoOffices.xinzhouHr.id)).status).toBe(200);
  });

  describe('for a signature', () => {
    const forSignature = '/session/sign-in?acr=mfa&returnTo=/console/sign';
    const codeOf = (login: string, step = 0) =>
      totpCode(demoSecret(demoAccount(login).accountId), totpStep(Math.floor(Date.now() / 1000)) + step);
    const signInOf = (login: string, code: string, seconds = Math.floor(Date.now() / 1000)) =>
      signIn(app.database, { login, password: demoPassword, code, asksCode: true }, seconds);
    const codeBy = async (login: string, code: string) => {
      const result = await signInOf(login, code);
      return result.ok ? result.value.amr : result.refusal.code;
    };

    it('takes password and one-time code, filled in by the sandbox; ordinary work begins with the password alone', async () => {
      await browser.signIn('xz.leader');
      expect(await browser.session()).toMatchObject({ signSecondsLeft: 0, person: { secondFactor: false, hasSecondFactor: true } });
      const page = await browser.open(forSignature);
      const [, filled = ''] = /name="code"[^>]* value="(\d{6})"/.exec(page.text) ?? [];
      expect([codeOf('xz.leader'), codeOf('xz.leader', -1)]).toContain(filled);
      const bare = await browser.open(page.url.href, {
        method: 'POST',
        body: new URLSearchParams({ login: 'xz.leader', password: demoPassword }),
      });
      expect([bare.status, bare.text.includes('请输入验证器显示的 6 位动态码')]).toEqual([401, true]);
      await browser.signIn('xz.leader', forSignature, filled);
      const open = await browser.session();
      expect(open).toMatchObject({ person: { secondFactor: true } });
      expect(Number(open['signSecondsLeft'])).toBeGreaterThan(290);
    });

    it('refuses a code that was used, except the printed one of a demonstration account in the sandbox', async () => {
      const code = codeOf('xz.reviewer');
      expect([await codeBy('xz.reviewer', code), await codeBy('xz.reviewer', code)]).toEqual([
        ['pwd', 'otp'],
        ['pwd', 'otp'],
      ]);
      process.env['KBT_PROFILE'] = 'production';
      expect(await codeBy('xz.reviewer', code)).toBe('SIGN_IN_CODE_WRONG');
      process.env['KBT_PROFILE'] = 'sandbox';
    });

    it('counts wrong codes apart from passwords: an ordinary sign-in does not wipe them away, and the account stays open', async () => {
      const wrong = String((Number(codeOf('xz.auditor')) + 500_000) % 1_000_000).padStart(6, '0');
      for (let tried = 1; tried < 5; tried += 1) {
        expect(await codeBy('xz.auditor', wrong)).toBe('SIGN_IN_CODE_WRONG');
        await browser.signIn('xz.auditor');
      }
      expect(await codeBy('xz.auditor', wrong)).toBe('SIGN_IN_CODE_LOCKED');
      expect(await codeBy('xz.auditor', codeOf('xz.auditor'))).toBe('SIGN_IN_CODE_LOCKED');
      await browser.signIn('xz.auditor');
      expect(await browser.session()).toMatchObject({ person: { login: 'xz.auditor' } });
    });

    it('asks again whoever has given a password only, whatever the client (RFC 9470)', async () => {
      await browser.signIn('xz.caseworker2');
      const query = new URLSearchParams({
        ...{ client_id: 'kaibantong-cli', redirect_uri: 'http://127.0.0.1/callback', response_type: 'code', scope: 'openid api' },
        ...{ code_challenge: 'a'.repeat(43), code_challenge_method: 'S256', acr_values: 'mfa' },
      });
      const page = await browser.open(`/oidc/auth?${query.toString()}`);
      expect([page.url.pathname, page.text.includes('name="code"')]).toEqual([expect.stringContaining('/oidc/interaction/'), true]);
      const signedIn = { issuer: app.issuer, login: 'xz.caseworker2', password: demoPassword, forSignature: true };
      const { accessToken } = await signInOverHttp(signedIn);
      expect((await app.call('GET', '/v1/me', { authorization: `Bearer ${accessToken}` })).body['secondFactor']).toBe(true);
    });
  });
});
