import { Role, type Actor } from '#libs/contracts';
import { decodeCursor, pageOf, type Page, type Statement, type Tx } from '#libs/platform';
import { accept, formatYuan, refuse, type Result } from '#libs/policy';
import {
  inboxCounts,
  inboxDays,
  inboxDone,
  inboxEscalated,
  inboxGroup,
  inboxMine,
  inboxUnassigned,
  type InboxCounts,
  type InboxDays,
  type InboxRow,
} from '../persistence/inbox.query.ts';
import { SIGNING_ROLES } from './duties.ts';

export const inboxViews = ['mine', 'group', 'unassigned', 'escalated', 'done'] as const;
export type InboxView = (typeof inboxViews)[number];

export const inboxBuckets = ['overdue', 'today', 'soon'] as const;
export type InboxBucket = (typeof inboxBuckets)[number];

/** A line of the inbox as it is shown; `workingDaysLeft` is negative when the day has passed. */
export interface InboxItem extends Omit<InboxRow, 'openedAt' | 'closedAt' | 'closedKey' | 'assigneeAccount' | 'amountFen'> {
  readonly amount: { readonly value: string; readonly currency: 'CNY' } | null;
  readonly openedAt: string;
  readonly closedAt: string | null;
  readonly assignedToMe: boolean;
  readonly isAssigned: boolean;
}

export interface InboxQuestion {
  readonly view: InboxView;
  readonly bucket?: InboxBucket;
  readonly stage?: string;
  readonly institutionId?: string;
  readonly cursor?: string;
  readonly limit: number;
}

/** The lanes whose work is the actor's: their roles', and signatures for whoever may sign. */
function lanesOf(actor: Actor): readonly string[] {
  return [...actor.roles, ...(actor.roles.some((role) => SIGNING_ROLES.includes(role)) ? ['sign'] : [])];
}

function daysOf(bucket: InboxBucket | undefined, { today, yesterday, tomorrow, soonUntil }: InboxDays): readonly (string | null)[] {
  switch (bucket) {
    case 'overdue':
      return [null, yesterday];
    case 'today':
      return [today, today];
    case 'soon':
      return [tomorrow, soonUntil];
    case undefined:
      return [null, null];
  }
}

function queryOf(actor: Actor, { view, bucket, stage, institutionId }: InboxQuestion, days: InboxDays): [Statement, readonly unknown[]] {
  const hidden = actor.conflictingInstitutions ?? [];
  const filters = [...daysOf(bucket, days), stage ?? null, institutionId ?? null];
  switch (view) {
    case 'mine':
      return [inboxMine, [actor.officeId, actor.accountId, hidden, ...filters]];
    case 'group':
      return [inboxGroup, [actor.officeId, lanesOf(actor), hidden, ...filters]];
    case 'unassigned':
      return [inboxUnassigned, [actor.officeId, lanesOf(actor), hidden, ...filters]];
    case 'escalated':
      return [inboxEscalated, [actor.officeId, hidden]];
    case 'done':
      return [inboxDone, [actor.accountId]];
  }
}

function itemOf(actor: Actor, { openedAt, closedAt, closedKey: _key, assigneeAccount, amountFen, ...row }: InboxRow): InboxItem {
  return {
    ...row,
    amount: amountFen === null ? null : { value: formatYuan(amountFen), currency: 'CNY' },
    openedAt: openedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    assignedToMe: assigneeAccount === actor.accountId,
    isAssigned: assigneeAccount !== null,
  };
}

async function daysNow(tx: Tx): Promise<InboxDays> {
  const days = await tx.one<InboxDays>(inboxDays);
  if (!days) throw new Error('the database tells no day');
  return days;
}

/** One page of the inbox, the nearest due day first (done: the latest first). Overdue work of a whole office is the leader's to see. */
export async function listTasks(tx: Tx, actor: Actor, question: InboxQuestion): Promise<Result<Page<InboxItem>>> {
  const { view, cursor, limit } = question;
  if (view === 'escalated' && !actor.roles.includes(Role.Leader)) return refuse('FORBIDDEN');
  const key = decodeCursor(cursor, ['moment', 'uuid']);
  if (!key.ok) return key;
  const [at, id] = key.value ?? [null, null];
  const [query, values] = queryOf(actor, question, await daysNow(tx));
  const rows = await tx.rows<InboxRow>(query, [limit + 1, at, id, ...values]);
  const keyOf = ({ closedKey, dueOn, id: of }: InboxRow) => [view === 'done' && closedKey !== null ? closedKey : dueOn, of];
  return accept(pageOf(rows, limit, keyOf, (row) => itemOf(actor, row)));
}

/** How much waits in each bucket, up to 10,000 each. Only what the actor's roles and declared interests let them see is counted. */
export async function countTasks(tx: Tx, actor: Actor): Promise<InboxCounts> {
  const { soonUntil } = await daysNow(tx);
  const hidden = actor.conflictingInstitutions ?? [];
  const counts = await tx.one<InboxCounts>(inboxCounts, [actor.officeId, lanesOf(actor), hidden, actor.accountId, soonUntil]);
  if (!counts) throw new Error('the inbox was not counted');
  return counts;
}
