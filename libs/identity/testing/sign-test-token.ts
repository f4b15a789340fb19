import { importJWK, SignJWT } from 'jose';
import { config, type Database } from '#libs/platform';
import { signingKeys } from '../provider/signing-keys.ts';
import { type DemoAccount, demoAccount } from '../seed/demo-world.ts';

export interface TestTokenOptions {
  /** How long ago the password was entered; signatures want at most 300. */
  readonly signedInSecondsAgo?: number;
  /** As if a one-time code had been given too. */
  readonly secondFactor?: boolean;
  /** Negative: a token that has expired already. */
  readonly expiresInSeconds?: number;
}

/**
 * An access token as the provider would issue it to this account, without the sign-in page; for tests. `database` is that of the role
 * `identity`, whose signing key it uses, so the real guard verifies it.
 */
export async function signTestToken(database: Database, accountId: string, options: TestTokenOptions = {}): Promise<string> {
  const [key] = await signingKeys(database);
  if (!key) throw new Error('there is no signing key');
  const now = Math.floor(Date.now() / 1000);
  const amr = options.secondFactor ? ['pwd', 'otp'] : ['pwd'];
  return new SignJWT({ auth_time: now - (options.signedInSecondsAgo ?? 0), amr, client_id: 'test', scope: 'api' })
    .setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'at+jwt' })
    .setSubject(accountId)
    .setIssuer(config.oidcIssuer())
    .setAudience(config.publicUrl())
    .setIssuedAt(now)
    .setExpirationTime(now + (options.expiresInSeconds ?? 600))
    .sign(await importJWK(key, key.alg));
}

/** The headers with which a demonstration account calls our API: `{ authorization, 'x-office' }`. */
export async function actorToken(
  database: Database,
  who: DemoAccount | string,
  options: TestTokenOptions = {},
): Promise<{ readonly authorization: string; readonly 'x-office': string }> {
  const account = typeof who === 'string' ? demoAccount(who) : who;
  return { authorization: `Bearer ${await signTestToken(database, account.accountId, options)}`, 'x-office': account.office.id };
}
