import type { Actor, Road } from '#libs/contracts';
import { regionScope } from '#libs/identity';
import { audit, outboxSendNow, outboxStart, watchRoads, type Answer, type Database, type RoadHealth, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import * as query from '../persistence/operations.query.ts';
import { assignTask, handlerIn } from '../persistence/task.query.ts';
import { lockTask } from './decide-task.use-case.ts';
import { mayPersonAct, rolesFor } from './duties.ts';

/** As many roads are compared with Temporal in one look. */
const LOOKED_AT = 200;

export interface StuckRoad extends query.RoadRow {
  readonly state: RoadHealth['state'];
  readonly activity: string | null;
  readonly attempts: number;
}

/** What does not move in a region, and why. */
export interface Stuck {
  /** Whether Temporal answered; if not, which roads are missing is not known. */
  readonly isTemporalKnown: boolean;
  readonly roadsLookedAt: number;
  readonly roads: readonly StuckRoad[];
  readonly messages: readonly query.LateMessage[];
  readonly lateWork: readonly query.LateWork[];
  readonly alarms: readonly query.AlarmedCase[];
}

/** Compares the rows of the actor's region with Temporal, and lists what waits too long. */
export async function whatIsStuck(database: Database, actor: Actor): Promise<Stuck> {
  const scope = regionScope(actor.region);
  const { rows, ...rest } = await database.transaction(async (tx) => ({
    rows: await tx.rows<query.RoadRow>(query.roadsOfRegion, [scope, LOOKED_AT]),
    messages: await tx.rows<query.LateMessage>(query.lateMessages, [scope]),
    lateWork: await tx.rows<query.LateWork>(query.lateWork, [scope]),
    alarms: await tx.rows<query.AlarmedCase>(query.alarmedCases, [scope]),
  }));
  const health = await watchRoads(rows);
  const roads = (health ?? []).flatMap(({ road, subjectId, state, activity, attempts }) => {
    const row = rows.find((one) => one.road === road && one.subjectId === subjectId);
    return row && state !== 'running' ? [{ ...row, state, activity, attempts }] : [];
  });
  return { isTemporalKnown: health !== undefined, roadsLookedAt: rows.length, roads, ...rest };
}

export interface Repaired {
  readonly road: Road;
  readonly subjectId: string;
  /** Messages on their way now. */
  readonly messages: number;
}

async function repair(tx: Tx, actor: Actor, of: { readonly road: Road; readonly id: string }): Promise<Result<string>> {
  const found = await tx.one<{ endedAt: Date | null; caseId: string }>(query.roadForRepair, [of.road, of.id, regionScope(actor.region)]);
  if (!found) return refuse('NOT_FOUND');
  return found.endedAt === null ? accept(found.caseId) : refuse('ROAD_ENDED');
}

/** 重新启动: starts a road that should run. One that runs already is joined, and a started one reads the rows: nothing is done twice. */
export async function startRoadAgain(
  tx: Tx,
  actor: Actor,
  of: { readonly road: Road; readonly id: string },
): Promise<Result<Answer<Repaired>>> {
  const caseId = await repair(tx, actor, of);
  if (!caseId.ok) return caseId;
  await outboxStart(tx, of);
  await audit(tx, { actor, act: 'road-started-again', subject: { kind: of.road, id: of.id }, caseId: caseId.value });
  return accept({ body: { road: of.road, subjectId: of.id, messages: 1 } });
}

/** 重新送达: sends what still waits for a road at once, under the same ids. */
export async function sendMessagesNow(
  tx: Tx,
  actor: Actor,
  of: { readonly road: Road; readonly id: string },
): Promise<Result<Answer<Repaired>>> {
  const caseId = await repair(tx, actor, of);
  if (!caseId.ok) return caseId;
  const messages = await outboxSendNow(tx, of);
  if (messages === 0) return refuse('MESSAGES_DELIVERED');
  await audit(tx, {
    actor,
    act: 'messages-sent-again',
    subject: { kind: of.road, id: of.id },
    caseId: caseId.value,
    details: { messages },
  });
  return accept({ body: { road: of.road, subjectId: of.id, messages } });
}

export interface Reassigned {
  readonly taskId: string;
  readonly isAssigned: boolean;
}

/** 改派: gives late work to somebody who may decide it, or back to its group. The work itself stays as it is. */
export async function reassignTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  to: { readonly toAccountId?: string | undefined; readonly reason: string },
): Promise<Result<Answer<Reassigned>>> {
  const locked = await lockTask(tx, actor, taskId);
  if (!locked.ok) return locked;
  const task = locked.value;
  if (task.closedAt !== null) return refuse('TASK_CLOSED');
  if (to.toAccountId !== undefined) {
    const wanted = rolesFor(task);
    const colleague = await tx.one<{ personId: string }>(handlerIn, [to.toAccountId, task.officeId, wanted]);
    if (!colleague) return refuse('TASK_TRANSFER_UNFIT', { pointer: '/toAccountId', params: { role: wanted.join(' / ') } });
    const fit = await mayPersonAct(tx, colleague.personId, task);
    if (!fit.ok) return refuse('TASK_TRANSFER_DUTY', { pointer: '/toAccountId' });
  }
  await tx.one(assignTask, [task.id, to.toAccountId ?? null]);
  const details = { to: to.toAccountId ?? null, reason: to.reason };
  await audit(tx, { actor, act: 'task-reassigned', subject: { kind: 'task', id: task.id }, caseId: task.caseId, details });
  return accept({ body: { taskId: task.id, isAssigned: to.toAccountId !== undefined } });
}
