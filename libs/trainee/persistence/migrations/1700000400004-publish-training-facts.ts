import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = String.raw`
create view trainee.published_enrollment as select id, class_id, person_id, status from trainee.enrollment;

create view trainee.published_person as select id, name_cipher, id_number_cipher, masked_id_number, category from trainee.person;

create view trainee.published_attendance_day as
  select distinct e.class_id, e.enrollment_id, e.day from trainee.attendance_event e where trainee.is_class_day(e.class_id, e.day);

-- What a claim is computed from, one row a person enrolled. Payable days: planned class days with a clock-in (AMB-16); completed: on the approved
-- completion roster (AMB-09); employed: at least one proof that stands (AMB-11).
create view trainee.published_training_fact as
  select e.class_id, e.id as enrollment_id, e.person_id,
    trainee.payable_days(e.class_id, e.id) as payable_days,
    trainee.is_completed(e.class_id, e.id) as is_completed,
    coalesce(proofs.number, 0) > 0 as is_employed,
    coalesce(proofs.number, 0)::int as employment_proofs,
    best.level as certificate_level,
    best.kind as certificate_kind
  from trainee.enrollment e
  left join lateral (select count(*) as number from trainee.employment_proof p where p.enrollment_id = e.id and p.voided_at is null) proofs on true
  left join lateral (select c.level, c.kind from trainee.certificate c where c.enrollment_id = e.id order by c.level nulls last, c.issued_on limit 1) best on true
  where e.status = 'enrolled';

-- Where the assessment of a class stands: the roster taken over, and every person on it with a result.
create view trainee.published_assessment as select class_id, evaluation_body_id, accepted_at, completed_at from trainee.assessment;

create view trainee.published_voucher as select id, enrollment_id, class_id, person_id, state, verified_at, redeemed_at, written_off_at from trainee.voucher;
`;

const PUBLISHED = ['enrollment', 'person', 'attendance_day', 'training_fact', 'assessment', 'voucher'].map(
  (name) => `trainee.published_${name}`,
);
const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker';

const GRANTS = String.raw`
grant usage on schema trainee to ${READERS};
grant select on ${PUBLISHED.join(', ')} to ${READERS};

-- Times and versions are the database's to write, so no column of theirs is granted.
grant select on all tables in schema trainee to kbt_trainee;
grant insert (id, id_index, name_cipher, id_number_cipher, masked_id_number, category) on trainee.person to kbt_trainee;
grant update (name_cipher, category) on trainee.person to kbt_trainee;
grant insert (id, class_id, institution_id, file_sha256, file_name, header, rows, valid_rows, error_rows, warning_rows, blocked, findings, uploaded_by)
  on trainee.roster_import to kbt_trainee;
grant update (state, confirmed_by, enrolled) on trainee.roster_import to kbt_trainee;
grant insert, delete on trainee.roster_import_row to kbt_trainee;
grant insert (id, class_id, person_id, institution_id, import_id, row_number, span, category, details_cipher) on trainee.enrollment to kbt_trainee;
grant update (status, ended_by, end_reason) on trainee.enrollment to kbt_trainee;
grant insert (id, enrollment_id, class_id, person_id, occupation_code, code_index) on trainee.voucher to kbt_trainee;
grant update (state, version) on trainee.voucher to kbt_trainee;
grant insert (institution_id, device_event_id, class_id, enrollment_id, device_id, kind, occurred_at) on trainee.attendance_event to kbt_trainee;
grant insert (class_id, evaluation_body_id, accepted_by), update (completed_at) on trainee.assessment to kbt_trainee;
grant insert (enrollment_id, class_id, outcome, theory_score, practice_score, assessed_on, recorded_by) on trainee.assessment_result to kbt_trainee;
grant insert (enrollment_id, class_id, person_id, number, kind, level, issued_on, recorded_by) on trainee.certificate to kbt_trainee;
grant insert (enrollment_id, class_id, kind, term_months, minimum_months, employer, employed_on, file_sha256, recorded_by) on trainee.employment_proof to kbt_trainee;
grant update (voided_by) on trainee.employment_proof to kbt_trainee;

revoke execute on all functions in schema trainee from public;
grant execute on function trainee.stage_outcome(uuid, text), trainee.is_roster_open(uuid), trainee.is_class_day(uuid, date), trainee.may_train(uuid),
  trainee.needs_verified_voucher(uuid), trainee.is_completed(uuid, uuid), trainee.payable_days(uuid, uuid), trainee.lock_case(uuid) to kbt_trainee;
-- Views run their functions as the reader.
grant execute on function trainee.payable_days(uuid, uuid), trainee.is_completed(uuid, uuid), trainee.is_class_day(uuid, date) to ${READERS};
grant execute on function trainee.published_move_class(uuid) to kbt_institution;
`;

/** What the other domains may read of people and training, and what the trainee process may write. */
export class PublishTrainingFacts1700000400004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view ${PUBLISHED.join(', ')}`);
    await runner.query(`revoke all on all tables in schema trainee from ${READERS}`);
  }
}
