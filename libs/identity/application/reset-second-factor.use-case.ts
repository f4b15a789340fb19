import type { Actor, Role } from '#libs/contracts';
import { type Answer, audit, clockOf, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { freshSecondFactor } from '../domain/fresh-login.ts';
import { endSessionsOf } from '../persistence/browser-session.query.ts';
import { rightsOfFactor, secondFactorOf, takeAway, type SecondFactorRow } from '../persistence/second-factor.query.ts';
import { administers, mayHandOut } from './administration.ts';

/** Why an authenticator is taken away; codes, as the audit keeps no free text about people. */
export const resetReasons = ['lost', 'broken', 'suspected'] as const;
export type ResetReason = (typeof resetReasons)[number];

interface Rights {
  readonly personId: string;
  readonly rights: readonly { readonly role: Role; readonly region: string; readonly isInForce: boolean }[];
}

/**
 * Takes a lost authenticator away from somebody who holds a right in the administered region now, so that they enrol another; their sessions end.
 * By an administrator with a fresh second factor of their own, with a reason, never from oneself, nor from an equal or a superior; audited.
 * Refusals NOT_FOUND, SECOND_FACTOR_RESET_SELF, SECOND_FACTOR_RESET_REFUSED, SECOND_FACTOR_NONE and those of `freshSecondFactor`.
 */
export async function resetSecondFactor(
  tx: Tx,
  actor: Actor,
  accountId: string,
  reason: ResetReason,
): Promise<Result<Answer<{ isEnrolled: boolean }>>> {
  const of = await tx.one<Rights>(rightsOfFactor, [accountId]);
  if (!of?.rights.some(({ region, isInForce }) => isInForce && administers(actor, region))) return refuse('NOT_FOUND');
  if (of.personId === actor.personId) return refuse('SECOND_FACTOR_RESET_SELF');
  const above = of.rights.find(({ role, region, isInForce }) => isInForce && !mayHandOut(actor, role, region));
  if (above) return refuse('SECOND_FACTOR_RESET_REFUSED', { params: { role: above.role } });
  const { now } = await clockOf(tx);
  const fresh = freshSecondFactor(actor, now);
  if (!fresh.ok) return fresh;
  const factor = await tx.one<SecondFactorRow>(secondFactorOf, [accountId]);
  if (!factor?.isEnrolled) return refuse('SECOND_FACTOR_NONE');
  await tx.rows(takeAway, [accountId, actor.accountId]);
  await tx.rows(endSessionsOf, [accountId]);
  await audit(tx, { actor, act: 'second-factor-reset', subject: { kind: 'account', id: accountId }, details: { reason } });
  return accept({ body: { isEnrolled: false } });
}
