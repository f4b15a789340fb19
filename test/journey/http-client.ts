import { randomUUID } from 'node:crypto';
import { demoPassword, signInOverHttp } from '#libs/identity';

export type Body = Record<string, unknown>;

export interface Answer {
  readonly status: number;
  readonly body: Body;
  readonly bytes: Buffer;
  /** Version from the ETag, for the next If-Match. */
  readonly version: number | undefined;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: object;
  readonly ifMatch?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Repeats an earlier request when it is the same. */
  readonly key?: string;
}

const TOKEN_MS = 4 * 60_000;

/** Calls the product as its people would: signed in through the provider's own page, every write with a key of its own. */
export class HttpClient {
  private readonly tokens = new Map<string, { readonly token: string; readonly since: number }>();

  constructor(readonly url: string) {}

  async call(login: string | null, call: Call): Promise<Answer> {
    const isForm = call.body instanceof FormData;
    const response = await fetch(`${this.url}${call.path}`, {
      method: call.method,
      headers: {
        ...(login === null ? {} : { authorization: `Bearer ${await this.tokenOf(login)}` }),
        ...(call.method === 'GET' ? {} : { 'idempotency-key': call.key ?? randomUUID() }),
        ...(call.ifMatch === undefined ? {} : { 'if-match': `"${call.ifMatch}"` }),
        ...(call.body === undefined || isForm ? {} : { 'content-type': 'application/json' }),
        ...call.headers,
      },
      ...(call.body === undefined ? {} : { body: call.body instanceof FormData ? call.body : JSON.stringify(call.body) }),
    });
    const bytes = Buffer.from(await response.arrayBuffer());
    const isJson = (response.headers.get('content-type') ?? '').includes('json');
    const etag = /^"(\d+)"$/.exec(response.headers.get('etag') ?? '')?.[1];
    return {
      status: response.status,
      body: isJson && bytes.length > 0 ? (JSON.parse(bytes.toString('utf8')) as Body) : {},
      bytes,
      version: etag === undefined ? undefined : Number(etag),
    };
  }

  /** Signs somebody in anew, with password and one-time code: a signature wants both, and fresh. */
  async proveAnew(login: string): Promise<void> {
    await this.signIn(login, true);
  }

  private async tokenOf(login: string): Promise<string> {
    const known = this.tokens.get(login);
    if (known && performance.now() - known.since < TOKEN_MS) return known.token;
    return this.signIn(login, false);
  }

  private async signIn(login: string, forSignature: boolean): Promise<string> {
    const { accessToken } = await signInOverHttp({ issuer: `${this.url}/oidc`, login, password: demoPassword, forSignature });
    this.tokens.set(login, { token: accessToken, since: performance.now() });
    return accessToken;
  }
}
