import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import { payeeKindOf } from '../domain/payee-kind.ts';
import { addClasses, insertClaim } from '../persistence/claim.query.ts';
import { upsertLines } from '../persistence/line.query.ts';
import type { ClaimedSubsidy, ClaimTarget } from './claim-target.ts';
import { prepareClaim } from './prepare-claim.ts';

function fundOf({ rule }: ClaimTarget): string | null {
  return rule.fund === null || rule.fund.kind === 'missing' ? null : rule.fund.value;
}

async function insert(tx: Tx, actor: Actor, target: ClaimTarget): Promise<{ id: string; number: string }> {
  const { basis, classes, orderId, settlement, title, rule, subsidy, institutionId, region, snapshotHash } = target;
  const row = await tx.one<{ id: string; number: string }>(insertClaim, [
    ...[basis, classes[0]?.id ?? null, orderId, settlement, title, payeeKindOf(rule), fundOf(target)],
    ...[subsidy, institutionId, region, snapshotHash, actor.personId],
  ]);
  if (!row) throw new Error('the claim was not written');
  return row;
}

/** A claim in draft, computed from today's facts; it becomes one by being submitted. */
export async function createClaim(tx: Tx, actor: Actor, of: ClaimedSubsidy): Promise<Result<Answer<{ id: string; number: string }>>> {
  if (of.classId !== undefined) await lockCase(tx, of.classId);
  const prepared = await prepareClaim(tx, actor, of);
  if (!prepared.ok) return prepared;
  const { target, lines } = prepared.value;
  const row = await insert(tx, actor, target);
  await tx.rows(addClasses, [row.id, target.classes.map(({ id }) => id)]);
  await tx.rows(upsertLines, [row.id, JSON.stringify(lines)]);
  const details = { basis: target.basis, subsidy: target.subsidy, settlement: target.settlement };
  await audit(tx, { actor, act: 'claim-drafted', subject: { kind: 'claim', id: row.id }, caseId: row.id, details });
  return accept({ status: 201, body: row, version: 1 });
}
