import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = String.raw`
create view institution.published_institution as
  select id, name, region, kind, payee_account_name, payee_bank_name, payee_account_cipher, masked_payee_account, version from institution.institution;

create view institution.published_class as
  select id, number, name, institution_id, region, assigning_office_id, class_type, occupation_code, occupation_name, site_id, starts_on, ends_on,
    capacity, evaluation_body_id, is_special_task, snapshot_hash, order_id, version
  from institution.class;

create view institution.published_class_day as select distinct class_id, day from institution.timetable_entry;

create view institution.published_filing as
  select f.class_id, f.kind, f.version, f.status, f.submitted_at, f.is_late, encode(f.content_sha256, 'hex') as content_sha256,
    array(select c.person_id from institution.contributor c where c.class_id = f.class_id and c.kind = f.kind order by c.person_id) as contributors
  from institution.filing f;

create view institution.published_material as
  select class_id, filing_kind, slot, file_sha256, subject_id, file_name, media_type from institution.material where not is_removed;

create view institution.published_class_teacher as
  select distinct e.class_id, t.id_index from institution.timetable_entry e join institution.teacher t on t.id = e.teacher_id;
`;

const PUBLISHED = ['institution', 'class', 'class_day', 'filing', 'material', 'class_teacher'].map(
  (name) => `institution.published_${name}`,
);
const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker';

const GRANTS = String.raw`
grant usage on schema institution to ${READERS};
grant select on ${PUBLISHED.join(', ')} to ${READERS};

-- Numbers, versions and times are the database's to write, and the policy snapshot is casework's, so no column of theirs is granted.
grant select on all tables in schema institution to kbt_institution;
grant insert (id, name, region, kind, contact_name, contact_phone, payee_account_name, payee_bank_name, payee_account_cipher, masked_payee_account, occupations),
  update (contact_name, contact_phone, payee_account_name, payee_bank_name, payee_account_cipher, masked_payee_account, version)
  on institution.institution to kbt_institution;
grant insert (institution_id, name, address, capacity), update (name, address, capacity, version) on institution.site to kbt_institution;
grant insert (id, institution_id, name_cipher, id_number_cipher, id_index, masked_id_number, qualification), update (qualification, version)
  on institution.teacher to kbt_institution;
grant insert (name, institution_id, region, assigning_office_id, class_type, occupation_code, occupation_name, site_id, starts_on, ends_on, capacity,
  evaluation_body_id, is_special_task, order_id, created_by),
  update (name, region, assigning_office_id, class_type, occupation_code, occupation_name, site_id, starts_on, ends_on, capacity, evaluation_body_id,
  is_special_task, order_id) on institution.class to kbt_institution;
grant insert, delete on institution.timetable_entry, institution.plan_course to kbt_institution;
grant insert (class_id, kind, created_by), update (status, content, content_sha256, submitted_by, is_late) on institution.filing to kbt_institution;
grant insert (class_id, kind, person_id) on institution.contributor to kbt_institution;
grant insert (class_id, filing_kind, slot, subject_id, file_sha256, file_name, media_type, size_bytes, uploaded_by), update (is_removed)
  on institution.material to kbt_institution;

revoke execute on all functions in schema institution from public;
grant execute on function institution.filing_state(uuid, text), institution.is_correctable(uuid, text, int) to kbt_institution;
grant execute on function institution.published_fix_snapshot(uuid, text) to kbt_casework, kbt_worker;
`;

/** What the other domains may read of institutions and classes, and what the institution process may write. */
export class PublishClasses1700000300004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view ${PUBLISHED.join(', ')}`);
    await runner.query(`revoke all on all tables in schema institution from ${READERS}`);
  }
}
