import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = String.raw`
create view institution.published_institution as
  select id, name, region, kind, payee_name, payee_bank, payee_account_cipher, payee_account_masked from institution.institution;

create view institution.published_class as
  select id, number, name, institution_id, region, assigning_office_id, class_type, order_id, occupation_code, occupation_name, starts_on, ends_on, capacity,
    evaluation_body_id, is_special_task, snapshot_hash, version from institution.training_class;

create view institution.published_class_day as select distinct class_id, day from institution.class_lesson;

-- Only the last version can be anything but filed or taken back.
create view institution.published_filing as
  select f.class_id, f.kind, f.version, f.submitted_at, f.contributors, f.content_sha256,
    case when f.status = 'submitted' and f.version = (select max(l.version) from institution.filing l where l.class_id = f.class_id and l.kind = f.kind)
      and institution.filing_state(f.class_id, f.kind) in ('returned', 'refused', 'lapsed') then institution.filing_state(f.class_id, f.kind) else f.status end as status
  from institution.filing f;

create view institution.published_material as
  select id, class_id, filing_kind, slot, file_sha256, subject_id, file_name, media_type from institution.material where removed_at is null;

create view institution.published_class_teacher as
  select distinct l.class_id, t.id_index from institution.class_lesson l join institution.teacher t on t.id = l.teacher_id;
`;

const PUBLISHED = ['institution', 'class', 'class_day', 'filing', 'material', 'class_teacher'].map(
  (name) => `institution.published_${name}`,
);
const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker';

const GRANTS = String.raw`
revoke execute on all functions in schema institution from public;
grant usage on schema institution to ${READERS};
grant select on ${PUBLISHED.join(', ')} to ${READERS};
grant execute on function institution.filing_state(uuid, text) to ${READERS};
grant execute on function institution.published_fix_snapshot(uuid, text) to kbt_casework;

-- Numbers, times and versions are the database's to write, so no column of theirs is granted.
grant select on all tables in schema institution to kbt_institution;
grant insert (institution_id, name, address) on institution.site to kbt_institution;
grant insert (id, institution_id, id_index, name_cipher, name_shown, id_number_cipher, masked_id_number, qualification) on institution.teacher to kbt_institution;
grant insert (institution_id, region, assigning_office_id, name, class_type, order_id, occupation_code, occupation_name, site_id, starts_on, ends_on, capacity,
  evaluation_body_id, is_special_task) on institution.training_class to kbt_institution;
grant update (assigning_office_id, name, class_type, order_id, occupation_code, occupation_name, site_id, starts_on, ends_on, capacity, evaluation_body_id,
  is_special_task) on institution.training_class to kbt_institution;
grant insert, delete on institution.class_lesson, institution.class_course to kbt_institution;
grant insert on institution.contribution to kbt_institution;
grant insert (class_id, filing_kind, slot, subject_id, file_sha256, file_name, media_type, uploaded_by), update (removed_at) on institution.material to kbt_institution;
grant insert (class_id, kind, content, content_sha256, submitted_by, contributors), update (status) on institution.filing to kbt_institution;
`;

/** What the other domains may read of institutions and classes, and what the institution process may write. */
export class PublishClasses1700000300003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view ${PUBLISHED.join(', ')}`);
  }
}
