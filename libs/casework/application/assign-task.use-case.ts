import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { assignTask, handlerIn, type TaskOnCase } from '../persistence/task.query.ts';
import { lockTask } from './decide-task.use-case.ts';
import { mayAct, mayPersonAct, rolesFor } from './duties.ts';

export interface Assigned {
  readonly taskId: string;
  readonly assignedToMe: boolean;
  readonly isAssigned: boolean;
}

async function assign(
  tx: Tx,
  actor: Actor,
  task: TaskOnCase,
  act: string,
  to: string | null,
  details: object = {},
): Promise<Answer<Assigned>> {
  const row = await tx.one<{ version: number }>(assignTask, [task.id, to]);
  await audit(tx, { actor, act, subject: { kind: 'task', id: task.id }, caseId: task.caseId, details: { ...details } });
  return {
    body: { taskId: task.id, assignedToMe: to === actor.accountId, isAssigned: to !== null },
    version: row?.version ?? task.version,
  };
}

/** 领取: takes a task for oneself; whoever could not decide it cannot take it either. */
export async function claimTask(tx: Tx, actor: Actor, taskId: string): Promise<Result<Answer<Assigned>>> {
  const locked = await lockTask(tx, actor, taskId);
  if (!locked.ok) return locked;
  const may = await mayAct(tx, actor, locked.value);
  return may.ok ? accept(await assign(tx, actor, locked.value, 'task-claimed', actor.accountId)) : may;
}

/** 退回: gives a task one had taken back to the group. */
export async function releaseTask(tx: Tx, actor: Actor, taskId: string): Promise<Result<Answer<Assigned>>> {
  const locked = await lockTask(tx, actor, taskId);
  if (!locked.ok) return locked;
  if (locked.value.closedAt !== null) return refuse('TASK_CLOSED');
  if (locked.value.assigneeAccount !== actor.accountId) return refuse('TASK_NOT_CLAIMED');
  return accept(await assign(tx, actor, locked.value, 'task-released', null));
}

/** 转办: hands a task to a colleague of the office who holds the role and may decide it; one's own, or one that nobody has taken. */
export async function transferTask(
  tx: Tx,
  actor: Actor,
  taskId: string,
  to: { readonly toAccountId: string; readonly reason: string },
): Promise<Result<Answer<Assigned>>> {
  const locked = await lockTask(tx, actor, taskId);
  if (!locked.ok) return locked;
  const task = locked.value;
  if (task.closedAt !== null) return refuse('TASK_CLOSED');
  const wanted = rolesFor(task);
  const isHandler = task.officeId === actor.officeId && actor.roles.some((role) => wanted.includes(role) || role === 'leader');
  if (!isHandler) return refuse('TASK_OTHER_OFFICE', { params: { office: task.officeName ?? task.region } });
  if (task.assigneeAccount !== null && task.assigneeAccount !== actor.accountId && !actor.roles.includes('leader'))
    return refuse('TASK_CLAIMED');
  const colleague = await tx.one<{ personId: string }>(handlerIn, [to.toAccountId, task.officeId, wanted]);
  if (!colleague) return refuse('TASK_TRANSFER_UNFIT', { pointer: '/toAccountId', params: { role: wanted.join(' / ') } });
  const fit = await mayPersonAct(tx, colleague.personId, task);
  if (!fit.ok) return refuse('TASK_TRANSFER_DUTY', { pointer: '/toAccountId' });
  return accept(await assign(tx, actor, task, 'task-transferred', to.toAccountId, { to: to.toAccountId, reason: to.reason }));
}
