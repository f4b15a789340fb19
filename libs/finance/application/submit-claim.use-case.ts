import type { Actor } from '#libs/contracts';
import { audit, lockCase, moneyOf, outboxAdvance, outboxStart, type Answer, type MoneyResponse, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import * as query from '../persistence/claim.query.ts';
import { keepPrepared } from './keep-prepared.ts';
import { prepareAgain } from './prepare-claim.ts';

export interface SubmittedClaim {
  readonly id: string;
  readonly submittedVersion: number;
  readonly amount: MoneyResponse;
}

/** Submittable again after a return, a withdrawal or a refusal (AMB-44). */
const SUBMITTABLE = new Set(['draft', 'returned', 'withdrawn', 'refused']);

/** Freezes today's facts with the claim and hands it to review (AMB-10); a correction is submitted the same way. */
export async function submitClaim(tx: Tx, actor: Actor, claimId: string): Promise<Result<Answer<SubmittedClaim>>> {
  await lockCase(tx, claimId);
  const claim = await tx.one<query.ClaimRow>(query.claimById, [claimId]);
  if (!claim || claim.institutionId !== actor.institutionId) return refuse('NOT_FOUND');
  if (!SUBMITTABLE.has(claim.state)) return refuse('CLAIM_UNDER_REVIEW');
  const prepared = await prepareAgain(tx, actor, claim);
  if (!prepared.ok) return prepared;
  const { findings, facts, calculation } = prepared.value;
  if (findings.length > 0) return refuse('CLAIM_INCOMPLETE', { errors: findings });
  const submittedVersion = (claim.submittedVersion ?? 0) + 1;
  await tx.rows(query.insertSubmission, [claimId, submittedVersion, JSON.stringify(facts), actor.personId]);
  await keepPrepared(tx, claimId, prepared.value);
  const row = await tx.one<{ version: number }>(query.submitClaim, [claimId, submittedVersion]);
  if (claim.state === 'returned') await outboxAdvance(tx, { road: 'claim', id: claimId, reason: 'claim-resubmitted' });
  else await outboxStart(tx, { road: 'claim', id: claimId });
  const { amountFen, recoveryFen } = calculation;
  await audit(tx, {
    actor,
    act: 'claim-submitted',
    subject: { kind: 'claim', id: claimId },
    caseId: claimId,
    details: { version: submittedVersion, amountFen: String(amountFen), recoveryFen: String(recoveryFen) },
  });
  return accept({ status: 201, body: { id: claimId, submittedVersion, amount: moneyOf(amountFen) }, version: row?.version });
}
