import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = String.raw`
create view casework.published_stage as
  select s.case_id, c.kind as case_kind, s.stage, s.round, s.ordinal, s.opened_at, s.outcome, s.outcome_at, s.due_on,
    s.is_suspended, s.suspended_at, s.suspended_days, s.budget_days, s.seen_version, s.look_again_at
  from casework.stage s join casework.case_file c on c.id = s.case_id;

create view casework.published_open_task as
  select id as task_id, case_id, stage, kind, step, role, office_id, office_kind, region, due_on, opened_at from casework.task where closed_at is null;

-- The points of each stage's last return, until that round ends or is filed again and decided anew.
create view casework.published_correction_mark as
  select d.case_id, d.stage, m.pointer, m.row_number, m.page, m.clause, m.text, m.suggested, m.ordinal,
    d.id as decision_id, d.reason_code, d.comment, d.at as returned_at, d.seen_version
  from casework.decision d join casework.correction_mark m on m.decision_id = d.id
  where d.action = 'return' and not exists (select 1 from casework.decision later
    where later.case_id = d.case_id and later.stage = d.stage and later.action = 'return' and later.at > d.at);

-- Why the last return or refusal of a stage was given, marks or not.
create view casework.published_last_reason as
  select distinct on (case_id, stage) case_id, stage, action, reason_code, comment, at
  from casework.decision where action in ('return', 'refuse', 'stop') order by case_id, stage, at desc;

create view casework.published_line_exclusion as
  select claim_id, person_id, reason_code, clause, decided_by, at from casework.line_exclusion;

create view casework.published_objection as
  select id, claim_id, person_id, state, filed_at, is_late from casework.objection;

create view casework.published_signature as
  select claim_id, version, package_sha256, person_id, kind, at from casework.signature;

create view casework.published_notice as
  select id, claim_id, version, min_working_days, published_at, published_on, closes_at, closes_on, roster_sha256 from casework.public_notice;

create view casework.published_completion_roster as select class_id, enrollment_id, person_id from casework.completion_roster;
`;

const PUBLISHED = [
  'stage',
  'open_task',
  'correction_mark',
  'last_reason',
  'line_exclusion',
  'objection',
  'signature',
  'notice',
  'completion_roster',
].map((name) => `casework.published_${name}`);

const GRANTS = String.raw`
grant usage on schema casework to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker;
grant select on ${PUBLISHED.join(', ')} to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker;

-- The HTTP process: decides, signs, hears objections. It opens no stage and publishes no notice, and no column of time is its to write.
grant select on casework.case_file, casework.stage, casework.task, casework.decision, casework.correction_mark, casework.line_exclusion,
  casework.contributor, casework.completion_roster, casework.reminder, casework.signature, casework.public_notice, casework.public_notice_line,
  casework.objection to kbt_casework, kbt_worker;
grant update (snapshot_hash, current_stage, status, version) on casework.case_file to kbt_casework;
grant update (step, due_on, is_suspended, outcome) on casework.stage to kbt_casework;
grant insert (case_id, stage_id, stage, kind, step, role, office_id, office_kind, region, institution_id, objection_id, about_task, reason,
  assignee_account, due_on) on casework.task to kbt_casework;
grant update (assignee_account, is_accepted, closed_because, closed_by) on casework.task to kbt_casework;
grant insert (task_id, case_id, stage_id, stage, step, action, reason_code, comment, account_id, person_id, office_id, role, on_behalf_of, seen_version)
  on casework.decision to kbt_casework;
grant insert on casework.correction_mark to kbt_casework;
grant insert (claim_id, person_id, decision_id, reason_code, clause, decided_by) on casework.line_exclusion to kbt_casework;
grant insert on casework.completion_roster to kbt_casework;
grant insert (claim_id, version, package_sha256, kind, person_id, account_id, office_id, task_id, authenticated_at, second_factor)
  on casework.signature to kbt_casework;
grant insert (claim_id, notice_id, person_id, receipt_number, secret_sha256, facts_cipher, contact_cipher, registered_by, due_on, id)
  on casework.objection to kbt_casework;
grant update (state, reply) on casework.objection to kbt_casework;
grant usage on sequence casework.receipt_number to kbt_casework;

-- The worker: opens stages with their tasks and notices, writes the outcomes that time and facts bring. It decides and signs nothing.
grant insert (id, kind, class_id, number, title, class_type, region, institution_id, office_id, snapshot_hash, current_stage) on casework.case_file to kbt_worker;
grant update (number, title, office_id, snapshot_hash, current_stage, status, version) on casework.case_file to kbt_worker;
grant insert (id, case_id, stage, round, ordinal, step, steps, budget_days, due_on, look_again_at, seen_version, package_version, package_sha256, signers,
  correction_days) on casework.stage to kbt_worker;
grant update (step, due_on, is_suspended, suspended_days, look_again_at, seen_version, package_version, package_sha256, outcome) on casework.stage to kbt_worker;
grant insert (case_id, stage_id, stage, kind, step, role, office_id, office_kind, region, institution_id, objection_id, about_task, reason,
  assignee_account, due_on) on casework.task to kbt_worker;
grant update (is_escalated, closed_because, assignee_account) on casework.task to kbt_worker;
grant insert on casework.contributor to kbt_worker;
grant insert (id, claim_id, version, number, title, region, office_id, institution_name, class_name, subsidy, line_count, total_fen, min_working_days,
  closes_at, closes_on, roster_sha256), update (closes_at, closes_on) on casework.public_notice to kbt_worker;
grant insert on casework.public_notice_line to kbt_worker;
grant insert (task_id, kind, due_on) on casework.reminder to kbt_worker;
`;

const FUNCTIONS = `
grant execute on function casework.due_on(int), casework.is_contributor(uuid, uuid) to kbt_casework, kbt_worker;
grant execute on function casework.earliest_close(date, int) to kbt_worker;
`;

/** What the other domains may read of cases, and what each role may write. */
export class PublishCases1700000500005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
    await runner.query(GRANTS);
    await runner.query('revoke execute on all functions in schema casework from public');
    await runner.query(FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view ${PUBLISHED.join(', ')}`);
    await runner.query(
      'revoke all on all tables in schema casework from kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker',
    );
  }
}
