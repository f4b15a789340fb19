import type { Actor } from '#libs/contracts';
import { regionScope } from '#libs/identity';
import { clockOf, type Tx } from '#libs/platform';
import { accept, calculateSubsidy, isWeekend, thawedFacts, type PolicySnapshot, type Result } from '#libs/policy';
import type { AnnouncedDay } from '../pack/read-calendars.ts';
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

/** Of a year of working days. */
export interface YearImpact {
  readonly year: number;
  readonly workingDays: number;
  /** Weekdays that are free, and weekend days that are worked: where the year differs from Monday to Friday. */
  readonly freeWeekdays: number;
  readonly workedWeekends: number;
  /** Open work that is due in the year or later. */
  readonly openTasks: number;
  readonly openCases: number;
  /** Public notices under way that close in the year or later. */
  readonly notices: number;
  /** Cases that stand still because nobody has announced their year (AMB-03): they go on once it is released. */
  readonly held: readonly query.HeldCase[];
}

export interface ReleaseImpact {
  /** Not approved yet: they will be judged by what is in force then (AMB-36). */
  readonly classes: readonly (query.UndecidedClass & { readonly isOffered: boolean })[];
  /** Claims of the region under the policies so far, computed anew; none of them changes: their policy is fixed. */
  readonly claims: readonly ClaimImpact[];
  readonly calendar: YearImpact | null;
}

function compared({ subsidies }: PolicySnapshot, claim: query.ComparedClaim): ClaimImpact {
  const { id, number, subsidy, settlement, amountFen, facts } = claim;
  const rule = Object.hasOwn(subsidies, subsidy) ? subsidies[subsidy] : undefined;
  if (!rule) return { id, number, subsidy, amountFen, wouldBeFen: null, held: [] };
  const lines = facts.map((row, index) => thawedFacts(String(index), row));
  const would = calculateSubsidy(rule, lines, { settlement });
  return { id, number, subsidy, amountFen, wouldBeFen: would.amountFen, held: would.held.map(({ name }) => name) };
}

/** What a year of working days would move in a region. */
export async function impactOfYear(tx: Tx, region: string, year: number, days: readonly AnnouncedDay[]): Promise<ReleaseImpact> {
  const scope = regionScope(region);
  const own = days.filter(({ day }) => day.startsWith(`${year}-`));
  const open = await tx.one<query.OpenWork>(query.openWorkOf, [year, scope]);
  const calendar: YearImpact = {
    year,
    workingDays: own.filter(({ isWorking }) => isWorking).length,
    freeWeekdays: own.filter(({ day, isWorking }) => !isWorking && !isWeekend(day)).length,
    workedWeekends: own.filter(({ day, isWorking }) => isWorking && isWeekend(day)).length,
    openTasks: open?.tasks ?? 0,
    openCases: open?.cases ?? 0,
    notices: open?.notices ?? 0,
    held: await tx.rows<query.HeldCase>(query.heldForCalendar, [scope]),
  };
  return { classes: [], claims: [], calendar };
}

/** What a policy would do to the classes and claims of a region. */
export async function impactOfPolicy(
  tx: Tx,
  of: { readonly region: string; readonly effectiveFrom: string; readonly snapshot: PolicySnapshot },
): Promise<ReleaseImpact> {
  const { today } = await clockOf(tx);
  const scope = regionScope(of.region);
  const from = of.effectiveFrom > today ? of.effectiveFrom : today;
  const classes = await tx.rows<query.UndecidedClass>(query.undecidedClasses, [scope, from]);
  const claims = await tx.rows<query.ComparedClaim>(query.claimsToCompare, [scope]);
  return {
    classes: classes.map((one) => ({ ...one, isOffered: Object.hasOwn(of.snapshot.process, one.classType) })),
    claims: claims.map((claim) => compared(of.snapshot, claim)),
    calendar: null,
  };
}

/** What a proposal would change, shown before anybody releases it. */
export async function releaseImpact(tx: Tx, actor: Actor, id: string): Promise<Result<ReleaseImpact>> {
  const release = await visibleRelease(tx, actor, id);
  if (!release.ok) return release;
  const { region, effectiveFrom, year } = release.value;
  const content = await tx.one<query.ReleaseContent>(query.releaseContent, [id]);
  if (year !== null) return accept(await impactOfYear(tx, region, year, content?.days ?? []));
  if (!content?.snapshot || effectiveFrom === null) throw new Error(`release ${id} has no policy`);
  return accept(await impactOfPolicy(tx, { region, effectiveFrom, snapshot: content.snapshot }));
}
