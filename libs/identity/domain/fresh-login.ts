import type { Actor } from '#libs/contracts';
import { accept, refuse, type Result } from '#libs/policy';

/** A signature needs a sign-in no older than this (reliability.md T03). */
const MAX_AGE_MINUTES = 5;

/**
 * Whether the actor proved who they are recently enough to sign. `now` is `platform.now()`, on which `authenticatedAt` is measured too.
 * Refusal `LOGIN_TOO_OLD` (401): the client sends the person through `prompt=login` and repeats.
 */
export function freshLogin(actor: Pick<Actor, 'authenticatedAt'>, now: Date): Result<void, 'LOGIN_TOO_OLD'> {
  const age = now.getTime() - actor.authenticatedAt.getTime();
  return age <= MAX_AGE_MINUTES * 60_000 ? accept(undefined) : refuse('LOGIN_TOO_OLD', { params: { minutes: MAX_AGE_MINUTES } });
}
