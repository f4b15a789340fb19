import type { Actor } from '#libs/contracts';
import { regionScope } from '#libs/identity';
import { clockOf, type Tx } from '#libs/platform';
import { accept, calculateSubsidy, thawedFacts, type PolicySnapshot, type Result } from '#libs/policy';
import * as query from '../persistence/release.query.ts';
import { visibleRelease } from './decide-release.use-case.ts';

/** What a claim came to, and what the same facts come to under the proposed policy. */
export interface ClaimImpact {
  readonly id: string;
  readonly number: string;
  readonly subsidy: string;
  readonly amountFen: bigint;
  /** Null: the proposed policy has no such subsidy. */
  readonly wouldBeFen: bigint | null;
  readonly held: readonly string[];
}

export interface ReleaseImpact {
  /** Not approved yet: they will be judged by what is in force then (AMB-36). */
  readonly classes: readonly (query.UndecidedClass & { readonly isOffered: boolean })[];
  /** Claims of the region under the policies so far, computed anew; none of them changes: their policy is fixed. */
  readonly claims: readonly ClaimImpact[];
  /** Of a year of working days: how many there are, and the open work that is due in it. */
  readonly calendar: { readonly workingDays: number; readonly openTasks: number; readonly openCases: number } | null;
}

function compared({ subsidies }: PolicySnapshot, claim: query.ComparedClaim): ClaimImpact {
  const { id, number, subsidy, settlement, amountFen, facts } = claim;
  const rule = Object.hasOwn(subsidies, subsidy) ? subsidies[subsidy] : undefined;
  if (!rule) return { id, number, subsidy, amountFen, wouldBeFen: null, held: [] };
  const lines = facts.map((row, index) => thawedFacts(String(index), row));
  const would = calculateSubsidy(rule, lines, { settlement });
  return { id, number, subsidy, amountFen, wouldBeFen: would.amountFen, held: would.held.map(({ name }) => name) };
}

/** What a proposal would change, shown before anybody releases it. */
export async function releaseImpact(tx: Tx, actor: Actor, id: string): Promise<Result<ReleaseImpact>> {
  const release = await visibleRelease(tx, actor, id);
  if (!release.ok) return release;
  const { kind, region, effectiveFrom, year } = release.value;
  const content = await tx.one<{ snapshot: PolicySnapshot | null; days: { isWorking: boolean }[] | null }>(query.releaseContent, [id]);
  if (kind === 'calendar') {
    const open = await tx.one<{ tasks: number; cases: number }>(query.openWorkOf, [year]);
    const workingDays = (content?.days ?? []).filter(({ isWorking }) => isWorking).length;
    return accept({ classes: [], claims: [], calendar: { workingDays, openTasks: open?.tasks ?? 0, openCases: open?.cases ?? 0 } });
  }
  const { today } = await clockOf(tx);
  const scope = regionScope(region);
  const from = effectiveFrom !== null && effectiveFrom > today ? effectiveFrom : today;
  const classes = await tx.rows<query.UndecidedClass>(query.undecidedClasses, [scope, from]);
  const claims = await tx.rows<query.ComparedClaim>(query.claimsToCompare, [scope]);
  const snapshot = content?.snapshot;
  if (!snapshot) throw new Error(`release ${id} has no policy`);
  return accept({
    classes: classes.map((one) => ({ ...one, isOffered: Object.hasOwn(snapshot.process, one.classType) })),
    claims: claims.map((claim) => compared(snapshot, claim)),
    calendar: null,
  });
}
