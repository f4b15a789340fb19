import type { Actor } from '#libs/contracts';
import { audit, lockCase, outboxAdvance, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { claimById, withdrawClaim, type ClaimRow } from '../persistence/claim.query.ts';

/** Takes a claim back while it is still being reviewed; once sealed and signed it is the bureau's. */
export async function withdraw(tx: Tx, actor: Actor, claimId: string): Promise<Result<Answer<{ id: string }>>> {
  await lockCase(tx, claimId);
  const claim = await tx.one<ClaimRow>(claimById, [claimId]);
  if (!claim || claim.institutionId !== actor.institutionId) return refuse('NOT_FOUND');
  if (!['under-review', 'returned'].includes(claim.state) || claim.packageVersion !== null) return refuse('CLAIM_NOT_WITHDRAWABLE');
  const row = await tx.one<{ version: number }>(withdrawClaim, [claimId]);
  if (!row) return refuse('CLAIM_NOT_WITHDRAWABLE');
  await outboxAdvance(tx, { road: 'claim', id: claimId, reason: 'claim-withdrawn' });
  await audit(tx, { actor, act: 'claim-withdrawn', subject: { kind: 'claim', id: claimId }, caseId: claimId });
  return accept({ body: { id: claimId }, version: row.version });
}
