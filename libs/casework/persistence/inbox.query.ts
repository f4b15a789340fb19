import { statement, TODAY } from '#libs/platform';
import { WORKING_DAYS_LEFT } from './working-days-left.ts';

/** One line of the inbox: enough to choose by, nothing about a person of the class. */
export interface InboxRow {
  readonly id: string;
  readonly caseId: string;
  readonly caseKind: 'class' | 'claim';
  readonly number: string;
  readonly title: string;
  readonly institutionName: string | null;
  readonly region: string;
  readonly stage: string;
  readonly kind: string;
  readonly role: string;
  readonly dueOn: string;
  readonly workingDaysLeft: number;
  readonly assigneeAccount: string | null;
  readonly assigneeName: string | null;
  readonly isEscalated: boolean;
  /** What the claim asks for, and once a package is sealed what it comes to; null for a class. */
  readonly amountFen: bigint | null;
  /** How often the case was returned for correction so far. */
  readonly returns: number;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** As `closedAt` to the microsecond, for the cursor. */
  readonly closedKey: string | null;
  readonly version: number;
}

const columns = `t.id, t.case_id as "caseId", c.kind as "caseKind", c.number, c.title, i.name as "institutionName", t.region, t.stage, t.kind, t.role,
  t.due_on as "dueOn", t.assignee_account as "assigneeAccount", a.display_name as "assigneeName", t.is_escalated as "isEscalated", t.opened_at as "openedAt", t.closed_at as "closedAt", t.closed_at::text as "closedKey",
  t.version, ${WORKING_DAYS_LEFT} as "workingDaysLeft",
  case when k.version is null then (select m.submitted_fen from finance.published_claim_amount m where m.id = k.id) else k.amount_fen end as "amountFen", (select count(*)::int from casework.decision d where d.case_id = t.case_id and d.action = 'return') as returns`;

/** Only the rows of the page are joined and counted. */
const joined = (order: string) => `select ${columns} from t join casework.case_file c on c.id = t.case_id
   left join institution.published_institution i on i.id = t.institution_id left join identity.published_account a on a.id = t.assignee_account
   left join finance.published_claim k on c.kind = 'claim' and k.id = c.id order by ${order}`;

const page = (where: string, order: string) =>
  `with t as materialized (select * from casework.task t where ${where} order by ${order} limit $1) ${joined(order)}`;

const byDue = 't.due_on, t.id';
const after = `(t.due_on, t.id) > (coalesce($2::date, '-infinity'), coalesce($3::uuid, '00000000-0000-0000-0000-000000000000'))`;
const LANE = `(case when t.kind = 'sign' then 'sign' else t.role end)`;
/** $7 and $8: due from and until; $9 stage; $10 institution. */
const filters = `t.due_on >= coalesce($7::date, '-infinity') and t.due_on <= coalesce($8::date, 'infinity')
   and ($9::text is null or t.stage = $9) and ($10::uuid is null or t.institution_id = $10)`;

/** $4 office, $5 lanes, $6 institutions hidden by a declared interest. Each lane gives its nearest; the nearest of all are the page. */
const lanes = (where: string) =>
  `with t as materialized (select t.* from unnest($5::text[]) lane cross join lateral (
     select * from casework.task t where t.closed_at is null and t.office_id = $4 and ${LANE} = lane and ${where} and ${filters}
       and t.institution_id <> all ($6::uuid[]) and ${after} order by ${byDue} limit $1) t order by ${byDue} limit $1) ${joined(byDue)}`;

export const inboxGroup = statement('casework.inbox-group', lanes('true'));

export const inboxUnassigned = statement('casework.inbox-unassigned', lanes('t.assignee_account is null'));

/** $5 the account. */
export const inboxMine = statement(
  'casework.inbox-mine',
  page(
    `t.closed_at is null and t.assignee_account = $5 and t.office_id = $4 and t.institution_id <> all ($6::uuid[]) and ${filters} and ${after}`,
    byDue,
  ),
);

/** What is past its day in the whole office: the leader's view. */
export const inboxEscalated = statement(
  'casework.inbox-escalated',
  page(`t.closed_at is null and t.is_escalated and t.office_id = $4 and t.institution_id <> all ($5::uuid[]) and ${after}`, byDue),
);

export const inboxDone = statement(
  'casework.inbox-done',
  page(
    `t.closed_by = $4 and t.closed_at is not null and ($2::timestamptz is null or (t.closed_at, t.id) < ($2::timestamptz, $3::uuid))`,
    't.closed_at desc, t.id desc',
  ),
);

/** The days a bucket reaches over: until when something is near (the second working day from today). */
export const inboxDays = statement(
  'casework.inbox-days',
  `select platform.today() as today, (platform.today() - 1) as yesterday, (platform.today() + 1) as tomorrow,
     coalesce((select max(day) from (select day from rulebook.published_calendar_day where is_working and day > ${TODAY} order by day limit 2) near),
       platform.today() + 2) as "soonUntil"`,
);

export interface InboxDays {
  readonly today: string;
  readonly yesterday: string;
  readonly tomorrow: string;
  readonly soonUntil: string;
}

/** Beyond this a count only says "more": nobody works through so many, and counting on would cost more than it tells. */
export const COUNT_LIMIT = 10_000;

const counted = (name: string, where: string) =>
  `coalesce(sum((select count(*) from (select 1 from casework.task t where t.closed_at is null and t.office_id = $1 and ${LANE} = lane
     and t.institution_id <> all ($3::uuid[]) and ${where} limit ${COUNT_LIMIT}) x)), 0)::int as "${name}"`;

/** $1 office, $2 lanes, $3 hidden institutions, $4 account, $5 near until. */
export const inboxCounts = statement(
  'casework.inbox-counts',
  `select ${counted('overdue', `t.due_on < ${TODAY}`)}, ${counted('today', `t.due_on = ${TODAY}`)},
     ${counted('soon', `t.due_on > ${TODAY} and t.due_on <= $5::date`)}, ${counted('unassigned', 't.assignee_account is null')}, ${counted('group', 'true')},
     (select count(*)::int from (select 1 from casework.task t where t.closed_at is null and t.assignee_account = $4 and t.office_id = $1
       and t.institution_id <> all ($3::uuid[]) limit ${COUNT_LIMIT}) x) as mine,
     (select count(*)::int from casework.task t where t.closed_by = $4 and t.closed_at >= (${TODAY}::timestamp at time zone 'Asia/Shanghai')) as "doneToday"
   from unnest($2::text[]) lane`,
);

export interface InboxCounts {
  readonly overdue: number;
  readonly today: number;
  readonly soon: number;
  readonly unassigned: number;
  readonly group: number;
  readonly mine: number;
  readonly doneToday: number;
}
