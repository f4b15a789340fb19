import type { Actor } from '#libs/contracts';
import { accept, refuse, type Result } from '#libs/policy';

/** A signature, and a change of how one signs in, need a sign-in no older than this (reliability.md T03, I23). */
export const FRESH_SECONDS = 300;

type Proved = Pick<Actor, 'authenticatedAt' | 'secondFactor'>;

function isFresh({ authenticatedAt }: Proved, now: Date): boolean {
  return now.getTime() - authenticatedAt.getTime() <= FRESH_SECONDS * 1000;
}

/**
 * Whether the actor entered the password recently enough to change how they sign in. `now` is `platform.now()`, on which `authenticatedAt` is
 * measured too. Refusal `SIGN_IN_AGAIN` (401).
 */
export function freshLogin(actor: Proved, now: Date): Result<void, 'SIGN_IN_AGAIN'> {
  return isFresh(actor, now) ? accept(undefined) : refuse('SIGN_IN_AGAIN', { params: { minutes: FRESH_SECONDS / 60 } });
}

/**
 * Whether the actor proved who they are by password and one-time code, recently enough to sign or release (ASVS 7.5.3). The age is looked at
 * beside the factor: a session keeps its second factor for hours. Refusals `SECOND_FACTOR_REQUIRED`, `LOGIN_TOO_OLD` (401, RFC 9470): the
 * client sends the person through a sign-in with `acr_values=mfa` and repeats.
 */
export function freshSecondFactor(actor: Proved, now: Date): Result<void, 'SECOND_FACTOR_REQUIRED' | 'LOGIN_TOO_OLD'> {
  const params = { minutes: FRESH_SECONDS / 60 };
  if (!actor.secondFactor) return refuse('SECOND_FACTOR_REQUIRED', { params });
  return isFresh(actor, now) ? accept(undefined) : refuse('LOGIN_TOO_OLD', { params });
}
