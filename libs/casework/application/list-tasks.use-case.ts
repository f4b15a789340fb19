import { Role, type Actor } from '#libs/contracts';
import { decodeCursor, pageOf, type Page, type Statement, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { inboxDone, inboxEscalated, inboxGroup, inboxMine, inboxUnassigned, type InboxRow } from '../persistence/inbox.query.ts';
import { SIGNING_ROLES } from './duties.ts';

export const inboxViews = ['mine', 'group', 'unassigned', 'escalated', 'done'] as const;
export type InboxView = (typeof inboxViews)[number];

/** A line of the inbox as it is shown; `workingDaysLeft` is negative when the day has passed. */
export interface InboxItem extends Omit<InboxRow, 'openedAt' | 'closedAt' | 'closedKey' | 'assigneeAccount'> {
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly assignedToMe: boolean;
  readonly isAssigned: boolean;
}

export interface InboxQuestion {
  readonly view: InboxView;
  readonly cursor?: string;
  readonly limit: number;
}

function queryOf(actor: Actor, view: InboxView): { query: Statement; values: readonly unknown[] } {
  const hidden = actor.conflictingInstitutions ?? [];
  const ours = [actor.officeId, actor.roles, hidden, actor.roles.some((role) => SIGNING_ROLES.includes(role))];
  switch (view) {
    case 'mine':
      return { query: inboxMine, values: [actor.accountId, actor.officeId, hidden] };
    case 'group':
      return { query: inboxGroup, values: ours };
    case 'unassigned':
      return { query: inboxUnassigned, values: ours };
    case 'escalated':
      return { query: inboxEscalated, values: [actor.officeId, hidden] };
    case 'done':
      return { query: inboxDone, values: [actor.accountId] };
  }
}

function itemOf(actor: Actor, { openedAt, closedAt, closedKey: _key, assigneeAccount, ...row }: InboxRow): InboxItem {
  return {
    ...row,
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    assignedToMe: assigneeAccount === actor.accountId,
    isAssigned: assigneeAccount !== null,
  };
}

const AT = /^\d{4}-\d{2}-\d{2}(?: [\d:.]+\+\d{2}(?::\d{2})?)?$/;
const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function isKey(at: unknown, id: unknown): boolean {
  return typeof at === 'string' && typeof id === 'string' && AT.test(at) && !Number.isNaN(Date.parse(at)) && UUID.test(id);
}

/** One page of the inbox, the nearest due day first (done: the latest first). Overdue work of a whole office is the leader's to see. */
export async function listTasks(tx: Tx, actor: Actor, { view, cursor, limit }: InboxQuestion): Promise<Result<Page<InboxItem>>> {
  if (view === 'escalated' && !actor.roles.includes(Role.Leader)) return refuse('FORBIDDEN');
  const key = decodeCursor(cursor, 2);
  if (!key.ok) return key;
  const [at, id] = key.value ?? [null, null];
  if (key.value !== null && !isKey(at, id)) return refuse('CURSOR_INVALID', { pointer: '/cursor' });
  const { query, values } = queryOf(actor, view);
  const rows = await tx.rows<InboxRow>(query, [limit + 1, at, id, ...values]);
  const keyOf = (row: InboxRow) => [view === 'done' ? row.closedKey : row.dueOn, row.id];
  return accept(pageOf(rows, limit, keyOf, (row) => itemOf(actor, row)));
}
