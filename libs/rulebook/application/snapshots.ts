import { clockOf, RefusalError, type Tx } from '#libs/platform';
import { WorkingCalendar, type PolicySnapshot } from '#libs/policy';
import {
  calendarDays,
  policiesInForce,
  snapshotByHash,
  snapshotInForce,
  snapshotInForceBut,
  snapshotOfPack,
  type PolicyRow,
  type SnapshotRow,
} from '../persistence/rulebook.query.ts';

/** Snapshots never change, so a process reads each once. */
const known = new Map<string, PolicySnapshot>();

function remember({ hash, document }: SnapshotRow): PolicySnapshot {
  known.set(hash, document);
  return document;
}

/** County, city, province: the regions whose policy may hold for a place, the nearest first (AMB-37). */
function levelsOf(region: string): string[] {
  return [...new Set([region, `${region.slice(0, 4)}00`, `${region.slice(0, 2)}0000`])];
}

/**
 * The policy in force for a region on a day.
 * @throws RefusalError POLICY_NOT_IN_FORCE where no level has one.
 */
export async function snapshotFor(
  tx: Tx,
  { region, on }: { readonly region: string; readonly on: string },
): Promise<{ readonly hash: string; readonly snapshot: PolicySnapshot }> {
  const row = await tx.one<SnapshotRow>(snapshotInForce, [levelsOf(region), on]);
  if (!row) throw new RefusalError({ code: 'POLICY_NOT_IN_FORCE', params: { region, on } });
  return { hash: row.hash, snapshot: remember(row) };
}

/** What would hold for a region on a day, were one snapshot not there; undefined where nothing would. */
export async function snapshotBefore(
  tx: Tx,
  { region, on, not }: { readonly region: string; readonly on: string; readonly not: string },
): Promise<{ readonly hash: string; readonly snapshot: PolicySnapshot } | undefined> {
  const row = await tx.one<SnapshotRow>(snapshotInForceBut, [levelsOf(region), on, not]);
  return row && { hash: row.hash, snapshot: remember(row) };
}

/** A registered snapshot by its hash; @throws RefusalError POLICY_UNKNOWN. */
export async function snapshotOf(tx: Tx, hash: string): Promise<PolicySnapshot> {
  const found = known.get(hash);
  if (found) return found;
  const row = await tx.one<SnapshotRow>(snapshotByHash, [hash]);
  if (!row) throw new RefusalError({ code: 'POLICY_UNKNOWN' });
  return remember(row);
}

const HASH = /^[0-9a-f]{64}$/;

/** A policy by its hash, or by its pack id as it reads today; @throws RefusalError POLICY_UNKNOWN. */
export async function policyNamed(tx: Tx, policy: string): Promise<{ readonly hash: string; readonly snapshot: PolicySnapshot }> {
  if (HASH.test(policy)) return { hash: policy, snapshot: await snapshotOf(tx, policy) };
  const { today } = await clockOf(tx);
  const row = await tx.one<SnapshotRow>(snapshotOfPack, [policy, today]);
  if (!row) throw new RefusalError({ code: 'POLICY_UNKNOWN' });
  return { hash: row.hash, snapshot: remember(row) };
}

/** The announced working days. */
export async function calendarOf(tx: Tx): Promise<WorkingCalendar> {
  return new WorkingCalendar(await tx.rows<{ day: string; isWorking: boolean }>(calendarDays, [null, null]));
}

/** Which policy is in force where and when, for everybody to read. */
export function policiesOf(tx: Tx): Promise<readonly PolicyRow[]> {
  return tx.rows<PolicyRow>(policiesInForce, [null, null]);
}
