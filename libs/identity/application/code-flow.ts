import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { config, decryptField, encryptField } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { discover, type IssuerAddresses } from '../guard/discover.ts';
import { type Proof, TokenVerifier } from '../guard/token-verifier.ts';
import { CONSOLE_CLIENT } from '../provider/clients.ts';

const EXCHANGE_TIMEOUT_MS = 5000;
/** How long somebody may take to find their password and their phone. */
const MAX_MINUTES = 30;
const PLACE = 'identity.sign-in-cookie';

/** A sign-in under way: kept encrypted in a cookie of the browser that began it, so that no other browser can end it. */
export interface Attempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly returnTo: string;
  readonly begunAt: number;
}

const random = (): string => randomBytes(24).toString('base64url');

export function sealAttempt(attempt: Attempt): string {
  return encryptField(JSON.stringify(attempt), PLACE).toString('base64url');
}

/** Undefined where the cookie is missing, altered or too old. */
export function openAttempt(cookie: string | undefined): Attempt | undefined {
  try {
    const attempt = JSON.parse(decryptField(Buffer.from(cookie ?? '', 'base64url'), PLACE)) as Attempt;
    return Date.now() - attempt.begunAt < MAX_MINUTES * 60_000 ? attempt : undefined;
  } catch {
    return undefined; // not written by us
  }
}

/** The console's side of OpenID Connect: code flow with PKCE, held by the server, so that no script ever sees a token. */
@Injectable()
export class CodeFlow {
  private addresses?: Promise<IssuerAddresses>;

  constructor(private readonly tokens: TokenVerifier) {}

  private get redirectUri(): string {
    return `${config.publicUrl()}/session/callback`;
  }

  /** Where the browser is sent, and what to remember until it comes back. The password is always asked for: a session of ours must be fresh; the one-time code where `acr` is `mfa`. */
  async begin(
    returnTo: string,
    loginHint: string | undefined,
    acr: 'mfa' | undefined,
  ): Promise<{ readonly address: string; readonly attempt: Attempt }> {
    const attempt = { state: random(), nonce: random(), verifier: random() + random(), returnTo, begunAt: Date.now() };
    const { authorization } = await this.found();
    const query = {
      client_id: CONSOLE_CLIENT,
      redirect_uri: this.redirectUri,
      response_type: 'code',
      scope: 'openid profile api',
      code_challenge: createHash('sha256').update(attempt.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      prompt: 'login',
      state: attempt.state,
      nonce: attempt.nonce,
      ...(loginHint === undefined ? {} : { login_hint: loginHint }),
      ...(acr === undefined ? {} : { acr_values: acr }),
    };
    for (const [name, value] of Object.entries(query)) authorization.searchParams.set(name, value);
    return { address: authorization.href, attempt };
  }

  /** Exchanges the code and answers what the sign-in proved. Refusal SIGN_IN_UNFINISHED. */
  async finish(code: string, attempt: Attempt): Promise<Result<Proof, 'SIGN_IN_UNFINISHED'>> {
    const response = await fetch((await this.found()).token, {
      method: 'POST',
      signal: AbortSignal.timeout(EXCHANGE_TIMEOUT_MS),
      redirect: 'error',
      body: new URLSearchParams({
        grant_type: 'authorization_code',
        client_id: CONSOLE_CLIENT,
        redirect_uri: this.redirectUri,
        code,
        code_verifier: attempt.verifier,
      }),
    });
    if (!response.ok) return refuse('SIGN_IN_UNFINISHED');
    const body = (await response.json()) as { access_token?: string; id_token?: string };
    const proof = await this.tokens.verify(body.access_token ?? '');
    const subject = await this.tokens.verifyIdToken(body.id_token ?? '', CONSOLE_CLIENT, attempt.nonce);
    return proof && subject === proof.accountId ? accept(proof) : refuse('SIGN_IN_UNFINISHED');
  }

  private async found(): Promise<IssuerAddresses> {
    this.addresses ??= discover(config.oidcIssuer());
    try {
      const { authorization, token, keys } = await this.addresses;
      return { authorization: new URL(authorization), token, keys };
    } catch (error) {
      this.addresses = undefined; // the issuer may be away only for a moment
      throw error;
    }
  }
}
