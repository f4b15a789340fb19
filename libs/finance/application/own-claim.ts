import type { Actor } from '#libs/contracts';
import { lockCase, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { claimById, type ClaimRow } from '../persistence/claim.query.ts';

/** Whether the claim lies with its applicant, who may change it (AMB-44). */
export const EDITABLE: ReadonlySet<string> = new Set(['draft', 'returned', 'withdrawn', 'refused']);

/** A claim of the actor's own institution, locked and still in its hands; of anybody else it is not there (404). */
export async function ownEditableClaim(tx: Tx, actor: Actor, claimId: string): Promise<Result<ClaimRow>> {
  await lockCase(tx, claimId);
  const claim = await tx.one<ClaimRow>(claimById, [claimId]);
  if (!claim || claim.institutionId !== actor.institutionId) return refuse('NOT_FOUND');
  return EDITABLE.has(claim.state) ? accept(claim) : refuse('CLAIM_UNDER_REVIEW');
}
