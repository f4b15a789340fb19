import { RefusalError, type Tx } from '#libs/platform';
import type { CasePlan } from '../domain/case-plan.ts';
import { snapshotDocument } from '../persistence/case-facts.query.ts';

export interface PolicyQuestion {
  /** The snapshot fixed on the class or claim; null before the opening is approved (AMB-36). */
  readonly snapshotHash: string | null;
  readonly region: string;
  readonly classType: string | null;
  readonly on: string;
}

/** What the policy asks of a case's road: of its fixed snapshot, or of the one in force on a day. */
export async function planOfCase(tx: Tx, question: PolicyQuestion): Promise<CasePlan> {
  const row = await tx.one<{ document: CasePlan }>(snapshotDocument, [question.snapshotHash ?? `in-force-${question.region}`]);
  if (!row) throw new RefusalError({ code: 'SNAPSHOT_UNKNOWN' });
  return row.document;
}
