import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, parseYuan, refuse, type Result } from '#libs/policy';
import { overridable, type OverrideFact } from '../domain/overridable.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import { decideOverride, overrideForUpdate, overridesOf, proposeOverride, type OverrideRow } from '../persistence/override.query.ts';
import { ruleOf } from './calculate-claim.ts';
import { EDITABLE } from './own-claim.ts';
import { visibleClaim } from './read-claims.ts';

export interface NewOverride {
  readonly personId: string;
  readonly fact: OverrideFact;
  /** Yuan; none for a lifted yearly limit. */
  readonly value?: string | undefined;
  readonly reason: string;
}

/** The claim while it lies with its applicant: what is decided now counts when it is submitted (again). */
async function openClaim(tx: Tx, actor: Actor, claimId: string): Promise<Result<ClaimRow>> {
  await lockCase(tx, claimId);
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  return EDITABLE.has(claim.value.state) ? claim : refuse('OVERRIDE_NOT_NOW');
}

function valueOfOverride({ fact, value }: NewOverride): Result<bigint | null> {
  if (fact === 'overrideYearlyLimit') return value === undefined ? accept(null) : refuse('OVERRIDE_VALUE', { pointer: '/value' });
  const amount = parseYuan(value ?? '');
  if (!amount.ok) return refuse(amount.refusal.code, { ...amount.refusal, pointer: '/value' });
  return amount.value > 0n ? amount : refuse('OVERRIDE_VALUE', { pointer: '/value' });
}

/** Proposes to raise a limit put as a principle, or to set an amount the policy leaves open, for one person, with a written reason (AMB-15, AMB-22). */
export async function propose(tx: Tx, actor: Actor, claimId: string, of: NewOverride): Promise<Result<Answer<OverrideRow>>> {
  const claim = await openClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const allowed = overridable(await ruleOf(tx, claim.value.snapshotHash, claim.value.subsidy));
  if (!allowed.includes(of.fact))
    return refuse('OVERRIDE_NOT_ALLOWED', { pointer: '/fact', params: { fact: of.fact, allowed: allowed.join(', ') || '—' } });
  const value = valueOfOverride(of);
  if (!value.ok) return value;
  const row = await tx.one<OverrideRow>(proposeOverride, [claimId, of.personId, of.fact, value.value, of.reason, actor.personId]);
  if (!row) return refuse('OVERRIDE_EXISTS', { pointer: '/personId' });
  await audit(tx, {
    actor,
    act: 'override-proposed',
    subject: { kind: 'override', id: row.id },
    caseId: claimId,
    details: { fact: row.fact },
  });
  return accept({ status: 201, body: row, version: row.version });
}

/** A second person approves or refuses it; the database compares the natural persons once more. */
export async function decide(
  tx: Tx,
  actor: Actor,
  of: { readonly claimId: string; readonly overrideId: string; readonly version: number; readonly state: 'approved' | 'refused' },
): Promise<Result<Answer<OverrideRow>>> {
  const claim = await openClaim(tx, actor, of.claimId);
  if (!claim.ok) return claim;
  const found = await tx.one<OverrideRow>(overrideForUpdate, [of.claimId, of.overrideId]);
  if (!found) return refuse('NOT_FOUND');
  if (found.version !== of.version) return refuse('VERSION_STALE', { params: { current: found.version } });
  if (found.proposedBy === actor.personId) return refuse('OVERRIDE_SAME_PERSON');
  const row = await tx.one<OverrideRow>(decideOverride, [of.overrideId, of.state, actor.personId]);
  if (!row) throw new Error('the override was not decided');
  await audit(tx, { actor, act: `override-${of.state}`, subject: { kind: 'override', id: row.id }, caseId: of.claimId });
  return accept({ body: row, version: row.version });
}

export interface OverridesOfClaim {
  readonly overrides: readonly OverrideRow[];
  /** What the policy leaves to two officials, for this claim's subsidy. */
  readonly allowed: readonly OverrideFact[];
  /** Whether anything can be decided now: only while the claim lies with its applicant. */
  readonly isOpen: boolean;
}

export async function listOverrides(tx: Tx, actor: Actor, claimId: string): Promise<Result<OverridesOfClaim>> {
  const claim = await visibleClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  const { snapshotHash, subsidy, state } = claim.value;
  return accept({
    overrides: await tx.rows<OverrideRow>(overridesOf, [claimId]),
    allowed: overridable(await ruleOf(tx, snapshotHash, subsidy)),
    isOpen: EDITABLE.has(state),
  });
}
