import type { MigrationInterface, QueryRunner } from 'typeorm';

const CASES = String.raw`
-- One case a class and one a claim; its id is the class's or the claim's. Where it stands is what its last stage row says.
create table casework.case_file (
  id uuid primary key,
  kind text not null check (kind in ('class', 'claim')),
  class_id uuid,
  number text not null,
  title text not null,
  class_type text,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  institution_id uuid not null,
  office_id uuid,
  snapshot_hash text,
  current_stage text not null,
  status text not null default 'open' check (status in ('open', 'closed')),
  version int not null default 1,
  opened_at timestamptz not null default platform.now(),
  closed_at timestamptz
) with (fillfactor = 85);
create index case_file_class on casework.case_file (class_id) where kind = 'claim';
comment on column casework.case_file.office_id is 'Deciding office: the human-resources office that assigned the task (XZ24 二(二)(2)); null while nobody knows one, which raises an alarm';

-- One round of one stage. The inbox colour, the reminder, the escalation and the date the institution sees all read due_on.
create table casework.stage (
  id uuid primary key default platform.uuid_v7(),
  case_id uuid not null references casework.case_file,
  stage text not null check (stage in ('opening', 'activation', 'delivery', 'completion', 'assessment',
    'review', 'sign-off', 'public-notice', 'finance-review', 'payout')),
  round int not null check (round >= 1),
  ordinal int not null check (ordinal >= 1),
  step int not null default 0 check (step >= 0),
  steps jsonb not null default '[]',
  opened_at timestamptz not null default platform.now(),
  opened_on date not null default platform.today(),
  budget_days int not null default 0 check (budget_days >= 0),
  due_on date,
  is_suspended boolean not null default false,
  suspended_at timestamptz,
  suspended_on date,
  suspended_days int not null default 0 check (suspended_days >= 0),
  look_again_at timestamptz,
  seen_version int,
  package_version int,
  package_sha256 bytea check (octet_length(package_sha256) = 32),
  signers int check (signers >= 2),
  correction_days int not null default 0 check (correction_days >= 0),
  outcome text,
  outcome_at timestamptz,
  unique (case_id, stage, round),
  unique (case_id, ordinal),
  check ((outcome is null) = (outcome_at is null)),
  check (is_suspended = (suspended_at is not null)),
  check (stage <> 'sign-off' or (signers is not null and package_version is not null and package_sha256 is not null)),
  check (outcome is null or (stage, outcome) in (
    ('opening', 'approved'), ('opening', 'refused'), ('opening', 'withdrawn'), ('opening', 'lapsed'),
    ('activation', 'activated'), ('activation', 'not-required'), ('activation', 'withdrawn'),
    ('delivery', 'completion-filed'), ('delivery', 'stopped'),
    ('completion', 'approved'), ('completion', 'refused'), ('completion', 'withdrawn'),
    ('assessment', 'assessed'),
    ('review', 'accepted'), ('review', 'refused'), ('review', 'withdrawn'),
    ('sign-off', 'signed'), ('sign-off', 'refused'), ('sign-off', 'voided'),
    ('public-notice', 'clean'), ('public-notice', 'corrected'),
    ('finance-review', 'approved'), ('finance-review', 'returned'), ('finance-review', 'refused'),
    ('payout', 'paid'), ('payout', 'partly-held')))
) with (fillfactor = 85);
create unique index stage_open on casework.stage (case_id) where outcome is null;
create index stage_look on casework.stage (look_again_at) where outcome is null and look_again_at is not null;
comment on column casework.stage.steps is 'Who decides in turn, as the policy snapshot named them when the stage opened: role, office, working days';
comment on column casework.stage.correction_days is 'Working days the applicant has for a correction (AMB-43, AMB-44: a local choice)';
comment on column casework.stage.seen_version is 'Version of the filing or submission under review; a higher one ends the suspension';
comment on column casework.stage.signers is 'How many different people must sign (两人以上经办审查签字: at least two, AMB-65)';
`;

const WORK = String.raw`
-- The day by which a budget of working days that begins today is used up; 0 is today. A year nobody announced is refused.
create function casework.due_on(working_days int) returns date language plpgsql stable as $$
begin
  if working_days is null then return null; end if;
  if working_days = 0 then return platform.today(); end if;
  return rulebook.published_add_working_days(platform.today(), working_days);
end $$;

create table casework.task (
  id uuid primary key default platform.uuid_v7(),
  case_id uuid not null references casework.case_file,
  stage_id uuid references casework.stage,
  stage text not null,
  kind text not null check (kind in ('decide', 'sign', 'correct', 'assess', 'investigate', 'alarm')),
  step int not null default 0,
  role text not null,
  office_id uuid,
  office_kind text not null,
  region text not null,
  institution_id uuid not null,
  objection_id uuid,
  about_task uuid references casework.task,
  reason text,
  assignee_account uuid,
  due_on date not null,
  is_accepted boolean not null default false,
  accepted_at timestamptz,
  is_escalated boolean not null default false,
  escalated_at timestamptz,
  opened_at timestamptz not null default platform.now(),
  closed_because text check (closed_because in ('decided', 'resubmitted', 'withdrawn', 'superseded', 'acknowledged', 'facts-complete')),
  closed_by uuid,
  closed_at timestamptz,
  version int not null default 1,
  check ((closed_because is null) = (closed_at is null))
) with (fillfactor = 85, autovacuum_vacuum_scale_factor = 0.02);
-- The inbox reads open work only: rows leave these indexes when they are closed.
create index task_group on casework.task (office_id, role, due_on, id) where closed_at is null;
create index task_unassigned on casework.task (office_id, role, due_on, id) where closed_at is null and assignee_account is null;
create index task_mine on casework.task (assignee_account, due_on, id) where closed_at is null;
create index task_escalated on casework.task (office_id, due_on, id) where closed_at is null and is_escalated;
create index task_due on casework.task (due_on, id) where closed_at is null;
create index task_done on casework.task (closed_by, closed_at, id) where closed_at is not null;
create index task_case on casework.task (case_id, opened_at);
-- At most one person's turn a stage; alarms and objections run beside it.
create unique index task_turn on casework.task (stage_id) where closed_at is null and kind in ('decide', 'sign', 'correct', 'assess');

create table casework.decision (
  id uuid primary key default platform.uuid_v7(),
  task_id uuid not null references casework.task,
  case_id uuid not null references casework.case_file,
  stage_id uuid references casework.stage,
  stage text not null,
  step int not null,
  action text not null,
  reason_code text,
  comment text check (length(comment) <= 2000),
  account_id uuid not null,
  person_id uuid not null,
  office_id uuid not null,
  role text not null,
  on_behalf_of uuid[],
  seen_version int,
  at timestamptz not null default platform.now()
);
create index decision_case on casework.decision (case_id, at);
create index decision_task on casework.decision (task_id);

-- Every point to correct, all told at once (一次性告知).
create table casework.correction_mark (
  decision_id uuid not null references casework.decision,
  ordinal int not null check (ordinal >= 1),
  pointer text, row_number int check (row_number >= 1), page int check (page >= 1), clause text,
  text text not null check (length(text) between 1 and 500),
  suggested text check (length(suggested) <= 200),
  primary key (decision_id, ordinal)
);

-- A person left out of a claim, with the reason and the clause the person and the institution are shown.
create table casework.line_exclusion (
  claim_id uuid not null references casework.case_file,
  person_id uuid not null,
  decision_id uuid not null references casework.decision,
  reason_code text not null,
  clause text,
  decided_by uuid not null,
  at timestamptz not null default platform.now(),
  primary key (claim_id, person_id)
);

-- Everyone who had a hand in what is being decided; rules count natural persons.
create table casework.contributor (
  case_id uuid not null references casework.case_file,
  person_id uuid not null,
  how text not null,
  primary key (case_id, person_id)
);

-- Who may sit the exam: everyone enrolled when the completion was approved (XZ24 二(二)(3)).
create table casework.completion_roster (
  class_id uuid not null references casework.case_file,
  enrollment_id uuid not null,
  person_id uuid not null,
  primary key (class_id, enrollment_id)
);

-- Sent once a task, kind and due day, however often the scan runs.
create table casework.reminder (
  task_id uuid not null references casework.task,
  kind text not null check (kind in ('reminder', 'escalation')),
  due_on date not null,
  at timestamptz not null default platform.now(),
  primary key (task_id, kind, due_on)
);
`;

/** Cases, their stages, the work on them and what was decided. */
export class CreateCases1700000500001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(CASES);
    await runner.query(WORK);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table casework.reminder, casework.completion_roster, casework.contributor, casework.line_exclusion, casework.correction_mark,
       casework.decision, casework.task, casework.stage, casework.case_file cascade; drop function casework.due_on(int)`,
    );
  }
}
