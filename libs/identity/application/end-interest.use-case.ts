import type { Actor } from '#libs/contracts';
import { type Answer, audit, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { endInterest as endStatement, interestWithOffice } from '../persistence/rights.query.ts';
import { administers } from './administration.ts';
import { returned } from './constraint.ts';

/** Lifts a declared interest: by an administrator of the institution's region, never by the person themselves. */
export async function endInterest(tx: Tx, actor: Actor, id: string): Promise<Result<Answer<{ id: string; endedAt: string }>>> {
  const interest = await tx.one<{ personId: string; region: string }>(interestWithOffice, [id]);
  const isOwn = interest?.personId === actor.personId;
  if (!interest || !(isOwn || administers(actor, interest.region))) return refuse('NOT_FOUND');
  if (isOwn) return refuse('INTEREST_ENDED_BY_SELF');
  const { endedAt } = returned(await tx.one<{ endedAt: Date }>(endStatement, [id, actor.accountId]));
  await audit(tx, { actor, act: 'interest-ended', subject: { kind: 'declared-interest', id } });
  return accept({ body: { id, endedAt: endedAt.toISOString() } });
}
