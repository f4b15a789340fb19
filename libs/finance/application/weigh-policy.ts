import type { Tx } from '#libs/platform';
import { calculateSubsidy, thawedFacts, type Calculation, type LineFacts, type PolicySnapshot, type SubsidyRule } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import type { FactRow } from '../domain/fact-row.ts';
import { classOfClaim, type ClassFacts } from '../persistence/facts.query.ts';
import { claimsToWeigh, classesToWeigh, onlyRead } from '../persistence/weigh.query.ts';
import { gatherFacts } from './gather-facts.ts';

interface ClaimToWeigh {
  readonly id: string;
  readonly number: string;
  readonly subsidy: string;
  readonly settlement: 'advance' | 'final';
  readonly region: string;
  readonly title: string;
  readonly snapshotHash: string;
  readonly state: string;
  readonly facts: readonly FactRow[];
  readonly excluded: readonly string[];
}

/** One case, calculated by the policy it has and by another. */
export interface WeighedCase {
  /** Number of the claim, or id of the class nothing is claimed for yet. */
  readonly ref: string;
  readonly title: string;
  readonly state: string;
  /** The policy the case has and keeps (AMB-36). */
  readonly policy: string;
  readonly subsidy: string;
  readonly before: Calculation;
  /** Null: the other policy has no such subsidy. */
  readonly after: Calculation | null;
}

/** County, city, province: the nearest first. */
function levelsOf(region: string): string[] {
  return [region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`];
}

/** Whether the other policy would hold here: it is of the place, or above it, and at least as near as the one the case has (AMB-37). */
function wouldHold(region: string, own: PolicySnapshot, other: PolicySnapshot): boolean {
  const levels = levelsOf(region);
  const [now, then] = [levels.indexOf(own.pack.region), levels.indexOf(other.pack.region)];
  return then >= 0 && (now < 0 || then <= now);
}

function ruleIn({ subsidies }: PolicySnapshot, key: string): SubsidyRule | undefined {
  return Object.hasOwn(subsidies, key) ? subsidies[key] : undefined;
}

function weighed(
  of: Pick<WeighedCase, 'ref' | 'title' | 'state' | 'subsidy'>,
  policies: { readonly own: PolicySnapshot; readonly other: PolicySnapshot },
  lines: readonly LineFacts[],
  settlement: 'advance' | 'final',
): WeighedCase[] {
  const [before, after] = [ruleIn(policies.own, of.subsidy), ruleIn(policies.other, of.subsidy)];
  if (!before) return [];
  const terms = { settlement };
  return [
    {
      ...of,
      policy: policies.own.pack.id,
      before: calculateSubsidy(before, lines, terms),
      after: after ? calculateSubsidy(after, lines, terms) : null,
    },
  ];
}

async function weighClaim(tx: Tx, claim: ClaimToWeigh, other: PolicySnapshot): Promise<WeighedCase[]> {
  const own = await snapshotOf(tx, claim.snapshotHash);
  if (!wouldHold(claim.region, own, other)) return [];
  const excluded = new Set(claim.excluded);
  const lines = claim.facts.filter(({ personId }) => !excluded.has(personId)).map((row) => thawedFacts(row.ref, row));
  const { number: ref, title, state, subsidy, settlement } = claim;
  return weighed({ ref, title, state, subsidy }, { own, other }, lines, settlement);
}

/** What a class could claim today, subsidy by subsidy. */
async function weighClass(tx: Tx, id: string, other: PolicySnapshot): Promise<WeighedCase[]> {
  const of = await tx.one<ClassFacts>(classOfClaim, [id]);
  if (!of?.snapshotHash) return [];
  const own = await snapshotOf(tx, of.snapshotHash);
  if (!wouldHold(of.region, own, other)) return [];
  const found: WeighedCase[] = [];
  const process = own.process[of.classType];
  for (const subsidy of process?.subsidies ?? []) {
    const rule = ruleIn(own, subsidy);
    if (rule?.claimedBy !== 'class') continue;
    const { institutionId, region, snapshotHash, name: title } = of;
    const target = { basis: 'class', classes: [of], orderId: null, settlement: 'final', subsidy, title, institutionId, region } as const;
    const facts = await gatherFacts(tx, { ...target, snapshotHash, snapshot: own, rule, process }, null);
    found.push(
      ...weighed(
        { ref: of.id, title, state: 'not claimed', subsidy },
        { own, other },
        facts.map((row) => thawedFacts(row.ref, row)),
        'final',
      ),
    );
  }
  return found;
}

/**
 * What another policy would make of every case of its region: submitted claims from their frozen facts, classes nothing is claimed for from what
 * is known today. Reads only; approved cases keep the policy they have (AMB-36).
 */
export async function weighPolicy(tx: Tx, other: PolicySnapshot): Promise<readonly WeighedCase[]> {
  await tx.rows(onlyRead);
  const found: WeighedCase[] = [];
  for (let last: string | null = null; ;) {
    const claims: readonly ClaimToWeigh[] = await tx.rows<ClaimToWeigh>(claimsToWeigh, [last]);
    for (const claim of claims) found.push(...(await weighClaim(tx, claim, other)));
    last = claims.at(-1)?.id ?? null;
    if (last === null) break;
  }
  for (let last: string | null = null; ;) {
    const classes: readonly { readonly id: string }[] = await tx.rows<{ readonly id: string }>(classesToWeigh, [last]);
    for (const { id } of classes) found.push(...(await weighClass(tx, id, other)));
    last = classes.at(-1)?.id ?? null;
    if (last === null) break;
  }
  return found;
}
