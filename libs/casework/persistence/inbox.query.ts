import { statement } from '#libs/platform';

/** One line of the inbox: enough to choose by, nothing about a person. */
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
  readonly isEscalated: boolean;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
  /** As `closedAt` to the microsecond, for the cursor. */
  readonly closedKey: string | null;
  readonly version: number;
}

const columns = `t.id, t.case_id as "caseId", c.kind as "caseKind", c.number, c.title, i.name as "institutionName", t.region, t.stage, t.kind, t.role,
  t.due_on as "dueOn", t.assignee_account as "assigneeAccount", t.is_escalated as "isEscalated", t.opened_at as "openedAt", t.closed_at as "closedAt", t.closed_at::text as "closedKey",
  t.version, case when t.due_on < platform.today() then -1 else 1 end * (select count(*)::int from rulebook.published_calendar_day d
    where d.is_working and d.day > least(t.due_on, platform.today()) and d.day <= greatest(t.due_on, platform.today())) as "workingDaysLeft"`;

/** The page is cut first, by the partial index of open work; only its rows are joined and counted. */
const page = (where: string, order: string) =>
  `with t as materialized (select * from casework.task t where ${where} order by ${order} limit $1)
   select ${columns} from t join casework.case_file c on c.id = t.case_id
   left join institution.published_institution i on i.id = t.institution_id order by ${order}`;

const byDue = 't.due_on, t.id';
const after = `($2::date is null or (t.due_on, t.id) > ($2::date, $3::uuid))`;
/** $4 office, $5 roles, $6 institutions hidden by a declared interest, $7 whether the roles may sign. */
const ours = `t.closed_at is null and t.office_id = $4 and (t.role = any ($5::text[]) or t.kind = 'sign' and $7) and t.institution_id <> all ($6::uuid[])`;

export const inboxMine = statement(
  'casework.inbox-mine',
  page(`t.closed_at is null and t.assignee_account = $4 and t.office_id = $5 and t.institution_id <> all ($6::uuid[]) and ${after}`, byDue),
);

export const inboxGroup = statement('casework.inbox-group', page(`${ours} and ${after}`, byDue));

export const inboxUnassigned = statement('casework.inbox-unassigned', page(`${ours} and t.assignee_account is null and ${after}`, byDue));

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
