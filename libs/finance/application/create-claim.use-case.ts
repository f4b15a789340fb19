import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import { insertClaim, upsertLines } from '../persistence/claim.query.ts';
import { prepareClaim, type ClaimedSubsidy } from './preview-claim.ts';

/** A claim in draft, computed from today's facts; it becomes one by being submitted. */
export async function createClaim(tx: Tx, actor: Actor, of: ClaimedSubsidy): Promise<Result<Answer<{ id: string; number: string }>>> {
  await lockCase(tx, of.classId);
  const prepared = await prepareClaim(tx, actor, of, null);
  if (!prepared.ok) return prepared;
  const { facts, snapshotHash, lines } = prepared.value;
  const row = await tx.one<{ id: string; number: string }>(insertClaim, [
    facts.id,
    of.subsidy,
    facts.institutionId,
    facts.region,
    snapshotHash,
    actor.personId,
  ]);
  if (!row) throw new Error('the claim was not written');
  await tx.rows(upsertLines, [row.id, JSON.stringify(lines)]);
  await audit(tx, { actor, act: 'claim-drafted', subject: { kind: 'claim', id: row.id }, caseId: row.id });
  return accept({ status: 201, body: row, version: 1 });
}
