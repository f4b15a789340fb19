import { createHash, randomBytes } from 'node:crypto';
import { CLI_CLIENT, CLI_REDIRECT } from '../provider/clients.ts';

export interface Tokens {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly idToken: string;
}

export interface SignInOverHttp {
  readonly issuer: string;
  readonly login: string;
  readonly password: string;
  /** Whether to sign in for a signature: with the one-time code the sandbox's page has filled in, or the one given. */
  readonly forSignature?: boolean;
  readonly code?: string;
  readonly newPassword?: string;
}

/**
 * Signs a person in as a browser would, through the provider's own page: code flow with PKCE of the client `kaibantong-cli`. Throws with
 * the page's problem when the provider refuses. For journeys and tests against a running product.
 */
export async function signInOverHttp(signedIn: SignInOverHttp): Promise<Tokens> {
  const { issuer, login, password, forSignature = false, code, newPassword } = signedIn;
  const browser = new CookieJar();
  const verifier = randomBytes(32).toString('base64url');
  const query = new URLSearchParams({
    client_id: CLI_CLIENT,
    redirect_uri: CLI_REDIRECT,
    response_type: 'code',
    scope: 'openid profile offline_access api',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    prompt: 'login',
    state: randomBytes(8).toString('hex'),
    ...(forSignature ? { acr_values: 'mfa', login_hint: login } : {}),
  });
  const page = await browser.follow(`${issuer}/auth?${query.toString()}`);
  const shown = code ?? /name="code"[^>]* value="(\d+)"/.exec(page.text)?.[1];
  const form = new URLSearchParams({
    login,
    password,
    ...(shown === undefined ? {} : { code: shown }),
    ...(newPassword === undefined ? {} : { newPassword }),
  });
  const answer = await browser.follow(page.url, { method: 'POST', body: form });
  const authorizationCode = new URL(answer.url).searchParams.get('code');
  if (authorizationCode === null) throw new Error(`sign-in of ${login} was refused: ${problemOf(answer.text)}`);
  return exchange(issuer, {
    grant_type: 'authorization_code',
    code: authorizationCode,
    redirect_uri: CLI_REDIRECT,
    code_verifier: verifier,
  });
}

async function exchange(issuer: string, fields: Record<string, string>): Promise<Tokens> {
  const response = await fetch(`${issuer}/token`, { method: 'POST', body: new URLSearchParams({ client_id: CLI_CLIENT, ...fields }) });
  const body = (await response.json()) as Record<string, string>;
  if (!response.ok) throw new Error(`the token endpoint refused: ${body['error'] ?? response.status} ${body['error_description'] ?? ''}`);
  return { accessToken: body['access_token'] ?? '', refreshToken: body['refresh_token'] ?? '', idToken: body['id_token'] ?? '' };
}

function problemOf(html: string): string {
  return /id="problem"><p>([^<]*)/.exec(html)?.[1] ?? html.slice(0, 200);
}

/** Follows redirects within the provider and keeps its cookies; stops at the client's own address. */
class CookieJar {
  private readonly cookies = new Map<string, string>();

  async follow(address: string, init: RequestInit = {}): Promise<{ url: string; text: string }> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address, { ...init, redirect: 'manual', headers: { cookie } });
    for (const line of response.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (name !== undefined) this.cookies.set(name, value ?? '');
    }
    const location = response.headers.get('location');
    if (location === null) return { url: address, text: await response.text() };
    const next = new URL(location, address).href;
    return next.startsWith(CLI_REDIRECT) ? { url: next, text: '' } : this.follow(next);
  }
}
