import { randomBytes } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { type Answer, audit, clockOf, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { freshLogin, freshSecondFactor } from '../domain/fresh-login.ts';
import { matchTotp, toBase32 } from '../domain/totp.ts';
import { confirmPending, keepPending, secondFactorOf, type SecondFactorRow } from '../persistence/second-factor.query.ts';
import { openSecret, sealSecret } from './totp-secret.ts';

/** As long as the hash of the code (RFC 4226 section 4, R6). */
const SECRET_BYTES = 20;
const ISSUER = '开班通';

export interface OwnSecondFactor {
  readonly isEnrolled: boolean;
  readonly enrolledAt: string | null;
  /** What an authenticator takes in, shown until it is confirmed or a quarter of an hour has passed; never again. */
  readonly pending: { readonly secret: string; readonly uri: string; readonly secondsLeft: number } | null;
}

async function factorOf(tx: Tx, actor: Actor): Promise<SecondFactorRow> {
  const row = await tx.one<SecondFactorRow>(secondFactorOf, [actor.accountId]);
  if (!row) throw new Error('the account of a signed-in person is gone');
  return row;
}

function shownPending({ login, pendingCipher, pendingSeconds }: SecondFactorRow, accountId: string): OwnSecondFactor['pending'] {
  if (pendingCipher === null || !pendingSeconds) return null;
  const secret = toBase32(openSecret(pendingCipher, accountId, 'totp_pending_cipher'));
  const label = `${encodeURIComponent(ISSUER)}:${encodeURIComponent(login)}`;
  const uri = `otpauth://totp/${label}?${new URLSearchParams({ secret, issuer: ISSUER }).toString()}`;
  return { secret: secret.replaceAll(/(.{4})(?=.)/g, '$1 '), uri, secondsLeft: pendingSeconds };
}

/** Whether the actor's account has a second factor, and what is to be confirmed. */
export async function showSecondFactor(tx: Tx, actor: Actor): Promise<OwnSecondFactor> {
  const row = await factorOf(tx, actor);
  return {
    isEnrolled: row.isEnrolled,
    enrolledAt: row.enrolledAt?.toISOString() ?? null,
    pending: shownPending(row, actor.accountId),
  };
}

/**
 * Makes a new secret for the actor's account, to be confirmed by a code; the one before goes on until then. Wants a fresh sign-in, and with the
 * former authenticator's code where there is one, so that neither a session left open nor a password alone puts another in its place. The answer
 * does not hold the secret: answers are kept for repeated requests. Refusals SIGN_IN_AGAIN, SECOND_FACTOR_REQUIRED, LOGIN_TOO_OLD.
 */
export async function beginSecondFactor(tx: Tx, actor: Actor): Promise<Result<Answer<{ isEnrolled: boolean }>>> {
  const { now } = await clockOf(tx);
  const { isEnrolled } = await factorOf(tx, actor);
  const fresh = isEnrolled ? freshSecondFactor(actor, now) : freshLogin(actor, now);
  if (!fresh.ok) return fresh;
  const { accountId } = actor;
  await tx.rows(keepPending, [accountId, sealSecret(randomBytes(SECRET_BYTES), accountId, 'totp_pending_cipher')]);
  await audit(tx, { actor, act: 'second-factor-begun', subject: { kind: 'account', id: accountId }, details: { isEnrolled } });
  return accept({ status: 201, body: { isEnrolled } });
}

/**
 * Puts the shown secret in force, once a code proves that the authenticator holds it. `unixSeconds` is the wall clock the codes are made from.
 * Refusals SECOND_FACTOR_NOT_BEGUN, SECOND_FACTOR_CODE_WRONG.
 */
export async function confirmSecondFactor(
  tx: Tx,
  actor: Actor,
  code: string,
  unixSeconds: number,
): Promise<Result<Answer<{ isEnrolled: boolean }>>> {
  const { accountId } = actor;
  const { pendingCipher, pendingSeconds, isEnrolled } = await factorOf(tx, actor);
  if (pendingCipher === null || !pendingSeconds) return refuse('SECOND_FACTOR_NOT_BEGUN');
  const secret = openSecret(pendingCipher, accountId, 'totp_pending_cipher');
  const step = matchTotp(secret, code, unixSeconds);
  if (step === undefined) return refuse('SECOND_FACTOR_CODE_WRONG', { pointer: '/code' });
  await tx.rows(confirmPending, [accountId, sealSecret(secret, accountId), step]);
  const act = isEnrolled ? 'second-factor-replaced' : 'second-factor-enrolled';
  await audit(tx, { actor, act, subject: { kind: 'account', id: accountId } });
  return accept({ body: { isEnrolled: true } });
}
