import type { Actor } from '#libs/contracts';
import type { Answer, Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import {
  colleagues,
  dropFilter,
  markViewed,
  officePeople,
  savedFilters,
  saveFilter,
  unmarkViewed,
  type ColleagueRow,
  type OfficePersonRow,
  type SavedFilterRow,
} from '../persistence/desk.query.ts';
import { taskOnCase, type TaskOnCase } from '../persistence/task.query.ts';
import { mayPersonAct, rolesFor, seesTask } from './duties.ts';

async function seenTask(tx: Tx, actor: Actor, taskId: string): Promise<Result<TaskOnCase>> {
  const task = await tx.one<TaskOnCase>(taskOnCase, [taskId]);
  return task && seesTask(actor, task) ? accept(task) : refuse('NOT_FOUND');
}

/** 已查看: ticks or unticks a paper for oneself, on the case of a task. */
export async function tickViewed(
  tx: Tx,
  actor: Actor,
  taskId: string,
  sha256: string,
  isViewed: boolean,
): Promise<Result<Answer<{ sha256: string; isViewed: boolean }>>> {
  const task = await seenTask(tx, actor, taskId);
  if (!task.ok) return task;
  await tx.rows(isViewed ? markViewed : unmarkViewed, [task.value.caseId, actor.personId, sha256]);
  return accept({ body: { sha256, isViewed } });
}

export interface Colleague extends Omit<ColleagueRow, 'personId'> {
  /** Whether separation of duties lets them act on the task. */
  readonly isFit: boolean;
}

/** To whom a task can be handed: colleagues of its office with the role, the least laden first; those who may not act are shown as such. */
export async function colleaguesFor(tx: Tx, actor: Actor, taskId: string): Promise<Result<{ items: readonly Colleague[] }>> {
  const task = await seenTask(tx, actor, taskId);
  if (!task.ok) return task;
  if (task.value.officeId !== actor.officeId && !actor.roles.includes('county-administrator'))
    return refuse('TASK_OTHER_OFFICE', { params: { office: task.value.officeName ?? task.value.region } });
  const rows = await tx.rows<ColleagueRow>(colleagues, [task.value.officeId, rolesFor(task.value), actor.accountId]);
  const items: Colleague[] = [];
  for (const { personId, ...row } of rows) items.push({ ...row, isFit: (await mayPersonAct(tx, personId, task.value)).ok });
  return accept({ items });
}

/** Colleagues of the actor's own office: to whom an absence can be delegated. */
export async function officeColleagues(tx: Tx, actor: Actor): Promise<{ items: readonly OfficePersonRow[] }> {
  return { items: await tx.rows<OfficePersonRow>(officePeople, [actor.officeId, actor.accountId, actor.personId]) };
}

export async function listFilters(tx: Tx, actor: Actor): Promise<{ items: readonly SavedFilterRow[] }> {
  return { items: await tx.rows<SavedFilterRow>(savedFilters, [actor.accountId, actor.officeId]) };
}

/** Saves an address of the inbox under a name; the same name again changes it. */
export async function keepFilter(
  tx: Tx,
  actor: Actor,
  { name, query, isShared }: { readonly name: string; readonly query: string; readonly isShared: boolean },
): Promise<Result<Answer<SavedFilterRow>>> {
  const row = await tx.one<SavedFilterRow>(saveFilter, [actor.accountId, actor.officeId, name.trim(), query, isShared]);
  if (!row) throw new Error('the filter was not saved');
  return accept({ status: 201, body: row });
}

export async function forgetFilter(tx: Tx, actor: Actor, id: string): Promise<Result<Answer<{ id: string }>>> {
  const row = await tx.one<{ id: string }>(dropFilter, [id, actor.accountId]);
  return row ? accept({ body: row }) : refuse('NOT_FOUND');
}
