import type { Actor } from '#libs/contracts';
import { type Answer, audit, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { delegationWithOffice, endDelegation as endStatement } from '../persistence/rights.query.ts';
import { administers } from './administration.ts';
import { returned } from './constraint.ts';

/** Ends a delegation now: by the person who was absent, or an administrator of the region. */
export async function endDelegation(tx: Tx, actor: Actor, id: string): Promise<Result<Answer<{ id: string; validTo: string }>>> {
  const delegation = await tx.one<{ fromAccountId: string; region: string }>(delegationWithOffice, [id]);
  const isOwn = delegation?.fromAccountId === actor.accountId;
  if (!delegation || !(isOwn || administers(actor, delegation.region))) return refuse('NOT_FOUND');
  const { validTo } = returned(await tx.one<{ validTo: Date }>(endStatement, [id, actor.accountId]));
  await audit(tx, { actor, act: 'delegation-ended', subject: { kind: 'delegation', id } });
  return accept({ body: { id, validTo: validTo.toISOString() } });
}
