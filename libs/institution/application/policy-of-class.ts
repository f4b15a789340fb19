import { clockOf, type Tx } from '#libs/platform';
import type { PolicySnapshot } from '#libs/policy';
import { snapshotFor, snapshotOf } from '#libs/rulebook';

/** The policy a class is planned by: the one fixed on it, or until its approval the one in force for its region today (AMB-36). */
export async function policyOfClass(
  tx: Tx,
  of: { readonly region: string; readonly snapshotHash: string | null },
): Promise<{ readonly hash: string; readonly snapshot: PolicySnapshot; readonly today: string }> {
  const { today } = await clockOf(tx);
  if (of.snapshotHash !== null) return { hash: of.snapshotHash, snapshot: await snapshotOf(tx, of.snapshotHash), today };
  return { ...(await snapshotFor(tx, { region: of.region, on: today })), today };
}
