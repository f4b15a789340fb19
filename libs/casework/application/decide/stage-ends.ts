import { clockOf, type Tx } from '#libs/platform';
import { fixCaseSnapshot, fixClassSnapshot, reserveBudget } from '../../persistence/decision.query.ts';
import { fixCompletionRoster } from '../../persistence/roster.query.ts';
import type { TaskOnCase } from '../../persistence/task.query.ts';
import { policyOfCase } from '../plan-of-case.ts';

/** What an outcome does besides opening the way to the next stage, in the decision's own transaction. */
const consequences: Readonly<Record<string, (tx: Tx, task: TaskOnCase) => Promise<void>>> = {
  /** The policy in force now is the class's for ever (AMB-36). */
  'opening approved': async (tx, task) => {
    const { today } = await clockOf(tx);
    const { hash } = await policyOfCase(tx, { snapshotHash: task.caseSnapshotHash, region: task.region, on: today });
    await tx.rows(fixClassSnapshot, [task.caseId, hash]);
    await tx.rows(fixCaseSnapshot, [task.caseId, hash]);
  },
  /** Everyone enrolled now may sit the exam, and nobody else (XZ24 二(二)(3)). */
  'completion approved': async (tx, task) => {
    await tx.rows(fixCompletionRoster, [task.caseId]);
  },
  /** The signed amount is reserved with the approval or the approval does not happen (PRC: 财政复审后拨付). */
  'finance-review approved': async (tx, task) => {
    await tx.rows(reserveBudget, [task.caseId, task.packageVersion]);
  },
};

/** @throws RefusalError of the policy, or a guard's refusal: e.g. a budget that does not hold the amount. */
export async function stageEnds(tx: Tx, task: TaskOnCase, outcome: string): Promise<void> {
  await consequences[`${task.stage} ${outcome}`]?.(tx, task);
}
