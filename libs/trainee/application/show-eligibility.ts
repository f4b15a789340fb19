import type { Actor } from '#libs/contracts';
import { clockOf, type Tx } from '#libs/platform';
import { judgeRoster, type Result, type RosterEligibility, type RosterLine } from '#libs/policy';
import { snapshotFor, snapshotOf } from '#libs/rulebook';
import { rosterLines } from '../persistence/class.query.ts';
import { visibleClass } from './own-class.ts';

/** Who of a class may join and be paid by its policy: the one fixed on it at the approval of its opening, before that the one in force today (AMB-36). */
export async function showEligibility(tx: Tx, actor: Actor, classId: string): Promise<Result<RosterEligibility>> {
  const seen = await visibleClass(tx, actor, classId);
  if (!seen.ok) return seen;
  const { snapshotHash, region, classType, startsOn } = seen.value;
  const { today } = await clockOf(tx);
  const snapshot = snapshotHash === null ? (await snapshotFor(tx, { region, on: today })).snapshot : await snapshotOf(tx, snapshotHash);
  const on = snapshotHash === null ? today : startsOn;
  return judgeRoster(snapshot, { classType, on }, await tx.rows<RosterLine>(rosterLines, [classId]));
}
