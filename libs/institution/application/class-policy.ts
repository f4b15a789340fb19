import { clockOf, RefusalError, type Tx } from '#libs/platform';
import type { ClassPolicy, ClassProcess } from '#libs/policy';
import { classPolicyOf, snapshotFor, snapshotOf } from '#libs/rulebook';
import type { ClassRow } from '../persistence/class.query.ts';

/** The policy of a class: the snapshot fixed on it, before that the one in force today. */
export async function policyOfClass(tx: Tx, of: ClassRow): Promise<ClassPolicy> {
  const { today } = await clockOf(tx);
  const snapshot =
    of.snapshotHash === null ? (await snapshotFor(tx, { region: of.region, on: today })).snapshot : await snapshotOf(tx, of.snapshotHash);
  const policy = await classPolicyOf(tx, snapshot, of.classType);
  if (policy.ok) return policy.value;
  const isAbsent = policy.refusal.code === 'POLICY_PARENT_ABSENT';
  throw new RefusalError(isAbsent ? policy.refusal : { code: 'CLASS_TYPE_NOT_OFFERED', params: { policy: snapshot.pack.documentNumber } });
}

/** What the policy asks of a class. */
export async function processOfClass(tx: Tx, of: ClassRow): Promise<ClassProcess> {
  return (await policyOfClass(tx, of)).process;
}
