import type { Tx } from '#libs/platform';
import { processOf, WorkingCalendar, type ClassPolicy, type PolicySnapshot, type Result } from '#libs/policy';
import { calendarOf } from './snapshots.ts';

/** The policy of a class of a type. Announced days are only read where the policy counts a filing in working days. */
export async function classPolicyOf(
  tx: Tx,
  snapshot: PolicySnapshot,
  classType: string,
): Promise<Result<ClassPolicy, 'CLASS_TYPE_UNKNOWN' | 'POLICY_PARENT_ABSENT'>> {
  const process = processOf(snapshot, classType);
  if (!process.ok) return process;
  const unit = snapshot.deadlines.filingDays.value;
  const calendar = unit.kind !== 'missing' && unit.value === 'working' ? await calendarOf(tx) : new WorkingCalendar([]);
  return { ok: true, value: { snapshot, process: process.value, calendar } };
}
