import type { Actor } from '#libs/contracts';
import { audit, lockCase, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { actionsOn, checkDecision, type Decision } from '../domain/decision.ts';
import { caseOfTask, closeTask, taskOnCase, type TaskOnCase } from '../persistence/task.query.ts';
import { decideObjection } from './decide/decide-objection.ts';
import { decideStage, type Decided } from './decide/decide-stage.ts';
import { recordDecision } from './decide/record-decision.ts';
import { whatsNext, type WhatsNext } from './decide/whats-next.ts';
import { mayAct, seesTask } from './duties.ts';

/** The answer to a decision: what was written, and what is next. */
export interface DecisionAnswer {
  readonly decisionId: string;
  readonly taskId: string;
  readonly caseId: string;
  readonly stage: string;
  readonly action: string;
  readonly at: string;
  readonly outcome: string | null;
  readonly excluded: number;
  readonly next: WhatsNext;
}

/** Locks the task's case, then reads it; 404 for what the actor may not know of. */
export async function lockTask(tx: Tx, actor: Actor, taskId: string): Promise<Result<TaskOnCase>> {
  const found = await tx.one<{ caseId: string }>(caseOfTask, [taskId]);
  if (!found) return refuse('NOT_FOUND');
  await lockCase(tx, found.caseId);
  const task = await tx.one<TaskOnCase>(taskOnCase, [taskId]);
  return task && seesTask(actor, task) ? accept(task) : refuse('NOT_FOUND');
}

async function acknowledge(tx: Tx, actor: Actor, task: TaskOnCase, decision: Decision): Promise<Result<Decided>> {
  const recorded = await recordDecision(tx, actor, task, decision);
  await tx.rows(closeTask, [task.id, 'acknowledged', actor.accountId]);
  return accept({ decision: recorded, outcome: null, excluded: [] });
}

function carryOut(tx: Tx, actor: Actor, task: TaskOnCase, decision: Decision): Promise<Result<Decided>> {
  if (task.kind === 'alarm' && decision.action === 'acknowledge') return acknowledge(tx, actor, task, decision);
  if (task.kind === 'investigate') return decideObjection(tx, actor, task, decision);
  return decideStage(tx, actor, task, decision);
}

/**
 * One decision, end to end, in one transaction (design section 3): the case is locked; may this person; the stage's rule; decision, marks,
 * exclusions, signature; tasks closed and opened; the audit entry; and, where the stage ended, the message to its road.
 * @param version the task version the person saw; another one is refused with VERSION_STALE.
 */
export async function decideTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  version: number,
  decision: Decision,
): Promise<Result<Answer<DecisionAnswer>>> {
  const locked = await lockTask(tx, actor, taskId);
  if (!locked.ok) return locked;
  const task = locked.value;
  const may = await mayAct(tx, actor, task);
  if (!may.ok) return may;
  if (task.version !== version) return refuse('VERSION_STALE', { params: { current: task.version } });
  const sound = checkDecision(task, decision);
  if (!sound.ok) return sound;
  const done = await carryOut(tx, actor, task, decision);
  if (!done.ok) return done;
  const { decision: recorded, outcome, excluded } = done.value;
  await audit(tx, {
    actor,
    act: `${task.stage}-${decision.action}`,
    subject: { kind: 'task', id: task.id },
    caseId: task.caseId,
    details: {
      decisionId: recorded.id,
      ...(decision.reasonCode === undefined ? {} : { reasonCode: decision.reasonCode }),
      ...(outcome === null ? {} : { outcome }),
      ...(excluded.length === 0 ? {} : { excludedPersons: excluded }),
      ...(decision.packageSha256 === undefined ? {} : { packageVersion: task.packageVersion, packageSha256: task.packageSha256 }),
      ...(actor.onBehalfOf === undefined ? {} : { onBehalfOf: actor.onBehalfOf }),
    },
  });
  const next = await whatsNext(tx, task, outcome);
  const after = await tx.one<TaskOnCase>(taskOnCase, [task.id]);
  const { id, caseId, stage } = task;
  const body = {
    decisionId: recorded.id,
    taskId: id,
    caseId,
    stage,
    action: decision.action,
    at: recorded.at.toISOString(),
    outcome,
    excluded: excluded.length,
    next,
  };
  return accept({ body, version: after?.version ?? task.version });
}

/** The acts open to this person on the task now: none where they may not act. */
export async function allowedActions(
  tx: Tx,
  actor: Actor,
  task: TaskOnCase,
): Promise<{ actions: readonly string[]; whyNot: Result<void> }> {
  const whyNot = await mayAct(tx, actor, task);
  return { actions: whyNot.ok ? actionsOn(task) : [], whyNot };
}
