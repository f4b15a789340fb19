import { clockOf, RefusalError, type Tx } from '#libs/platform';
import type { ClassProcess } from '#libs/policy';
import { snapshotFor, snapshotOf } from '#libs/rulebook';
import type { ClassRow } from '../persistence/class.query.ts';

/** What the policy asks of a class: the snapshot fixed on it, before that the one in force today. */
export async function processOfClass(tx: Tx, of: ClassRow): Promise<ClassProcess> {
  const { today } = await clockOf(tx);
  const snapshot =
    of.snapshotHash === null ? (await snapshotFor(tx, { region: of.region, on: today })).snapshot : await snapshotOf(tx, of.snapshotHash);
  const process = snapshot.process[of.classType];
  if (!process) throw new RefusalError({ code: 'CLASS_TYPE_NOT_OFFERED', params: { policy: snapshot.pack.documentNumber } });
  return process;
}
