import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import type { Decision } from '../../domain/decision.ts';
import { insertDecision, insertMarks } from '../../persistence/decision.query.ts';
import type { TaskOnCase } from '../../persistence/task.query.ts';
import { rolesFor } from '../duties.ts';

export interface RecordedDecision {
  readonly id: string;
  readonly at: Date;
}

/** Writes who decided what, in which role and on whose behalf, with every point to correct; never changed afterwards. */
export async function recordDecision(tx: Tx, actor: Actor, task: TaskOnCase, decision: Decision): Promise<RecordedDecision> {
  const wanted = rolesFor(task);
  const role = actor.roles.find((one) => wanted.includes(one)) ?? task.role;
  const row = await tx.one<RecordedDecision>(insertDecision, [
    ...[task.id, task.caseId, task.stageId, task.stage, task.step, decision.action, decision.reasonCode ?? null, decision.comment ?? null],
    ...[actor.accountId, actor.personId, actor.officeId, role, actor.onBehalfOf ?? null, task.seenVersion],
  ]);
  if (!row) throw new Error(`the decision on task ${task.id} was not recorded`);
  const marks = (decision.marks ?? []).map((mark, index) => ({ ...mark, ordinal: index + 1 }));
  if (marks.length > 0) await tx.rows(insertMarks, [row.id, JSON.stringify(marks)]);
  return row;
}
