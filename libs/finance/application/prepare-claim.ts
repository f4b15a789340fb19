import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, type Calculation, type Refusal, type Result } from '#libs/policy';
import type { FactRow } from '../domain/fact-row.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import { calculateClaim, type KeptLine } from './calculate-claim.ts';
import { claimFindings } from './check-claim.ts';
import { claimTarget, targetOfClaim, type ClaimedSubsidy, type ClaimTarget } from './claim-target.ts';
import { gatherFacts } from './gather-facts.ts';

export interface PreparedClaim {
  readonly target: ClaimTarget;
  readonly facts: readonly FactRow[];
  readonly calculation: Calculation;
  readonly lines: readonly KeptLine[];
  readonly findings: readonly Refusal[];
}

async function prepared(tx: Tx, target: ClaimTarget, claim: ClaimRow | null): Promise<PreparedClaim> {
  const facts = await gatherFacts(tx, target, claim?.id ?? null);
  const { calculation, lines } = calculateClaim(target, facts);
  const findings = await claimFindings(tx, { claim, target, facts, calculation, lines });
  return { target, facts, calculation, lines, findings };
}

/** Computes what somebody would claim as it would stand today; writes nothing. */
export async function prepareClaim(tx: Tx, actor: Actor, claimed: ClaimedSubsidy): Promise<Result<PreparedClaim>> {
  const target = await claimTarget(tx, actor, claimed);
  return target.ok ? accept(await prepared(tx, target.value, null)) : target;
}

/** Computes a claim that is there as it would stand today; writes nothing. */
export async function prepareAgain(tx: Tx, actor: Actor, claim: ClaimRow): Promise<Result<PreparedClaim>> {
  const target = await targetOfClaim(tx, actor, claim);
  return target.ok ? accept(await prepared(tx, target.value, claim)) : target;
}
