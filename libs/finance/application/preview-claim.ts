import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Calculation, type PolicySnapshot, type Refusal, type Result } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { classOfClaim, factsOfClass, type ClassFacts, type FactRow } from '../persistence/claim.query.ts';
import { calculateClaim, ruleOf, type KeptLine } from './calculate-claim.ts';
import { claimFindings } from './check-claim.ts';

export interface ClaimedSubsidy {
  readonly classId: string;
  readonly subsidy: string;
}

export interface PreparedClaim {
  readonly facts: ClassFacts;
  readonly snapshot: PolicySnapshot;
  readonly snapshotHash: string;
  readonly people: readonly FactRow[];
  readonly calculation: Calculation;
  readonly lines: readonly KeptLine[];
  readonly findings: readonly Refusal[];
}

/** Computes a claim as it would stand today; writes nothing. `claimId`: the claim itself, once there is one. */
export async function prepareClaim(
  tx: Tx,
  actor: Actor,
  { classId, subsidy }: ClaimedSubsidy,
  claimId: string | null,
): Promise<Result<PreparedClaim>> {
  const facts = await tx.one<ClassFacts>(classOfClaim, [classId]);
  if (!facts || facts.institutionId !== actor.institutionId) return refuse('NOT_FOUND');
  const { snapshotHash } = facts;
  if (snapshotHash === null) return refuse('CLAIM_NOT_ASSESSED');
  const people = await tx.rows<FactRow>(factsOfClass, [classId, subsidy, claimId]);
  const { calculation, lines } = calculateClaim(await ruleOf(tx, snapshotHash, subsidy), people);
  const snapshot = await snapshotOf(tx, snapshotHash);
  const findings = await claimFindings(tx, { claimId, subsidy, snapshot, facts, calculation });
  return accept({ facts, snapshot, snapshotHash, people, calculation, lines, findings });
}
