import canonicalize from 'canonicalize';
import type { Actor } from '#libs/contracts';
import { clockOf, type Tx } from '#libs/platform';
import { accept, processOfCase, refuse, type ClassProcess, type PolicySnapshot, type Result, type SubsidyRule } from '#libs/policy';
import { snapshotFor, snapshotOf } from '#libs/rulebook';
import type { ClaimBasis } from '../domain/claim-basis.ts';
import type { ClaimRow } from '../persistence/claim.query.ts';
import { classesOfOrder, classOfClaim, type ClassFacts } from '../persistence/facts.query.ts';
import { ruleOf } from './calculate-claim.ts';

/** What somebody wants to claim for. */
export interface ClaimedSubsidy {
  readonly basis?: ClaimBasis | undefined;
  readonly classId?: string | undefined;
  readonly orderId?: string | undefined;
  readonly settlement?: 'advance' | 'final' | undefined;
  readonly subsidy: string;
}

/** What a claim rests on, with the policy it is judged by. */
export interface ClaimTarget {
  readonly basis: ClaimBasis;
  /** The class, or all classes of the order, the first to begin first; none for claims without a class. */
  readonly classes: readonly ClassFacts[];
  readonly orderId: string | null;
  readonly settlement: 'advance' | 'final';
  readonly subsidy: string;
  readonly title: string;
  readonly institutionId: string;
  readonly region: string;
  readonly snapshotHash: string;
  readonly snapshot: PolicySnapshot;
  readonly rule: SubsidyRule;
  readonly process: ClassProcess | undefined;
}

type Wanted = Pick<ClaimTarget, 'basis' | 'classes' | 'orderId' | 'settlement' | 'subsidy' | 'institutionId' | 'region' | 'snapshotHash'>;

async function targetOf(tx: Tx, wanted: Wanted): Promise<ClaimTarget> {
  const { snapshotHash, subsidy, classes, basis, orderId } = wanted;
  const rule = await ruleOf(tx, snapshotHash, subsidy);
  const snapshot = await snapshotOf(tx, snapshotHash);
  const [first] = classes;
  const process = processOfCase(snapshot.process, { classType: first?.classType ?? null, subsidy });
  const title = first === undefined ? rule.title : basis === 'order' ? `订单${orderId ?? ''}（${classes.length}个班）` : first.name;
  return { ...wanted, title, snapshot, rule, process };
}

/** All approved classes of one employer order; they must be judged by one and the same rule (AMB-19, AMB-36). */
async function orderTarget(
  tx: Tx,
  actor: Actor,
  orderId: string,
  { subsidy, settlement = 'final' }: ClaimedSubsidy,
): Promise<Result<ClaimTarget>> {
  if (settlement === 'advance') return refuse('CLAIM_NOT_STAGED', { pointer: '/settlement' });
  const classes = await tx.rows<ClassFacts>(classesOfOrder, [actor.institutionId, orderId]);
  const [first] = classes;
  if (!first?.snapshotHash) return refuse('ORDER_UNKNOWN', { pointer: '/orderId', params: { order: orderId } });
  const hashes = [...new Set(classes.map(({ snapshotHash }) => snapshotHash ?? ''))];
  const rules = await Promise.all(hashes.map(async (hash) => canonicalize((await snapshotOf(tx, hash)).subsidies[subsidy])));
  if (new Set(rules).size > 1) return refuse('ORDER_POLICIES_DIFFER', { pointer: '/orderId', params: { order: orderId } });
  const { institutionId, region, snapshotHash } = first;
  return accept(await targetOf(tx, { basis: 'order', classes, orderId, settlement, subsidy, institutionId, region, snapshotHash }));
}

/** A class of the actor's own institution; an order class stands for its whole order. */
async function classTarget(tx: Tx, actor: Actor, claimed: ClaimedSubsidy): Promise<Result<ClaimTarget>> {
  const of = claimed.classId === undefined ? undefined : await tx.one<ClassFacts>(classOfClaim, [claimed.classId]);
  if (!of || of.institutionId !== actor.institutionId) return refuse('NOT_FOUND');
  if (of.snapshotHash === null) return refuse('CLAIM_NOT_ASSESSED');
  if (of.classType === 'order' && of.orderId !== null) return orderTarget(tx, actor, of.orderId, claimed);
  const { institutionId, region, snapshotHash } = of;
  const { settlement = 'final', subsidy } = claimed;
  return accept(
    await targetOf(tx, { basis: 'class', classes: [of], orderId: null, settlement, subsidy, institutionId, region, snapshotHash }),
  );
}

/** Persons or units without a class: the policy in force on the day (AMB-36). */
async function freeTarget(tx: Tx, actor: Actor, basis: 'list' | 'unit', subsidy: string): Promise<Result<ClaimTarget>> {
  const { institutionId, region } = actor;
  if (institutionId === undefined) return refuse('FORBIDDEN');
  const { today } = await clockOf(tx);
  const { hash: snapshotHash } = await snapshotFor(tx, { region, on: today });
  const wanted = { basis, classes: [], orderId: null, settlement: 'final', subsidy, institutionId, region, snapshotHash } as const;
  return accept(await targetOf(tx, wanted));
}

/** A subsidy is claimed for what the policy gives it for: the persons of a class, persons without one, or units. */
function fitting(target: Result<ClaimTarget>): Result<ClaimTarget> {
  if (!target.ok) return target;
  const { basis, rule, classes } = target.value;
  const isFit = classes.length > 0 ? rule.claimedBy === 'class' : rule.claimedBy === basis;
  return isFit ? target : refuse('CLAIM_BASIS_UNFIT', { pointer: '/basis', params: { basis, allowed: rule.claimedBy } });
}

/** Resolves what somebody wants to claim for. @throws RefusalError CLAIM_SUBSIDY_UNKNOWN, POLICY_NOT_IN_FORCE. */
export async function claimTarget(tx: Tx, actor: Actor, claimed: ClaimedSubsidy): Promise<Result<ClaimTarget>> {
  const { basis = claimed.orderId === undefined ? 'class' : 'order', orderId, subsidy } = claimed;
  if (basis === 'list' || basis === 'unit') return fitting(await freeTarget(tx, actor, basis, subsidy));
  return fitting(orderId === undefined ? await classTarget(tx, actor, claimed) : await orderTarget(tx, actor, orderId, claimed));
}

/** The target of a claim that is there; an order takes in every class it has now. */
export async function targetOfClaim(tx: Tx, actor: Actor, claim: ClaimRow): Promise<Result<ClaimTarget>> {
  const { basis, subsidy, settlement, institutionId, region, snapshotHash } = claim;
  if (basis === 'class' || basis === 'order')
    return claimTarget(tx, actor, { basis, subsidy, settlement, classId: claim.classId ?? undefined, orderId: claim.orderId ?? undefined });
  return accept(await targetOf(tx, { basis, classes: [], orderId: null, settlement, subsidy, institutionId, region, snapshotHash }));
}
