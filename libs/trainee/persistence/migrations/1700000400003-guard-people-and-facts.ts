import type { MigrationInterface, QueryRunner } from 'typeorm';

/*
 * What other domains say of a class, asked late: these functions are planned when they are first called, so the schemas may be migrated in any
 * order. Every one of them fails closed: what cannot be seen does not hold.
 */
const QUESTIONS = String.raw`
create function trainee.stage_outcome(of_class uuid, of_stage text) returns text
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
begin
  return (select s.outcome from casework.published_stage s where s.case_id = of_class and s.stage = of_stage order by s.round desc limit 1);
end $$;

-- Open until the opening is filed, and again while it is returned or withdrawn.
create function trainee.is_roster_open(of_class uuid) returns boolean
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
declare filed text;
begin
  if not exists (select 1 from institution.published_class c where c.id = of_class) then return false; end if;
  select f.status into filed from institution.published_filing f where f.class_id = of_class and f.kind = 'opening' order by f.version desc limit 1;
  return filed is null or filed in ('draft', 'returned', 'withdrawn', 'lapsed');
end $$;

create function trainee.is_class_day(of_class uuid, of_day date) returns boolean
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
begin
  return exists (select 1 from institution.published_class_day d where d.class_id = of_class and d.day = of_day);
end $$;

-- 开通成功后方可验券开展培训 (HG24 三(一)): where the policy has no chain, casework ends the activation as not required.
create function trainee.may_train(of_class uuid) returns boolean
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
begin
  return coalesce(trainee.stage_outcome(of_class, 'activation') in ('activated', 'not-required'), false)
    or exists (select 1 from casework.published_stage s where s.case_id = of_class and s.stage = 'delivery');
end $$;

create function trainee.needs_verified_voucher(of_class uuid) returns boolean
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
begin
  return coalesce(trainee.stage_outcome(of_class, 'activation') = 'activated', false);
end $$;

-- The persons of the completion roster are those trained, and those who may sit the exam (AMB-09; XZ24 二(二)(3)).
create function trainee.is_completed(of_class uuid, of_enrollment uuid) returns boolean
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
begin
  return exists (select 1 from casework.published_completion_roster r where r.class_id = of_class and r.enrollment_id = of_enrollment);
end $$;

create function trainee.payable_days(of_class uuid, of_enrollment uuid) returns int
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
begin
  return (select count(distinct e.day) from trainee.attendance_event e
    join institution.published_class_day d on d.class_id = e.class_id and d.day = e.day
    where e.class_id = of_class and e.enrollment_id = of_enrollment);
end $$;

-- The lock every act on a case takes first (platform lockCase).
create function trainee.lock_case(of_case uuid) returns void language sql as $$
  select pg_advisory_xact_lock(hashtextextended(of_case::text, 20260101))
$$;
`;

const PEOPLE = String.raw`
create function trainee.guard_person() returns trigger language plpgsql as $$
begin
  if (new.id, new.id_index, new.id_number_cipher, new.masked_id_number, new.registered_at)
    is distinct from (old.id, old.id_index, old.id_number_cipher, old.masked_id_number, old.registered_at) then perform platform.refuse('PERSON_FIXED'); end if;
  return new;
end $$;
create trigger person_guard before update on trainee.person for each row execute function trainee.guard_person();

create function trainee.guard_import() returns trigger language plpgsql as $$
begin
  if old.state <> 'validated' then perform platform.refuse('ROSTER_IMPORT_CLOSED', jsonb_build_object('state', old.state)); end if;
  if (new.id, new.class_id, new.institution_id, new.file_sha256, new.rows, new.valid_rows, new.findings, new.uploaded_by, new.uploaded_at)
    is distinct from (old.id, old.class_id, old.institution_id, old.file_sha256, old.rows, old.valid_rows, old.findings, old.uploaded_by, old.uploaded_at) then
    perform platform.refuse('ROSTER_IMPORT_CLOSED', jsonb_build_object('state', old.state));
  end if;
  new.ended_at := case when new.state = 'validated' then null else platform.now() end;
  new.version := old.version + 1;
  return new;
end $$;
create trigger import_guard before update on trainee.roster_import for each row execute function trainee.guard_import();

-- Once a statement, not once a row: a roster of ten thousand is checked as one set.
create function trainee.guard_new_enrollments() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare of_class uuid;
begin
  for of_class in select distinct class_id from added order by 1 loop
    perform trainee.lock_case(of_class);
    if not trainee.is_roster_open(of_class) then perform platform.refuse('ROSTER_NOT_OPEN'); end if;
  end loop;
  if exists (select 1 from added a left join institution.published_class c on c.id = a.class_id and c.institution_id = a.institution_id
      where c.id is null or a.span is distinct from daterange(c.starts_on, c.ends_on, '[]') or a.status <> 'enrolled' or a.enrolled_at > platform.now()) then
    perform platform.refuse('ENROLLMENT_FIXED');
  end if;
  return null;
end $$;
create trigger enrollment_guard_new after insert on trainee.enrollment referencing new table as added
  for each statement execute function trainee.guard_new_enrollments();

create function trainee.guard_enrollment() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if (new.id, new.class_id, new.person_id, new.institution_id, new.import_id, new.category, new.details_cipher, new.enrolled_at)
    is distinct from (old.id, old.class_id, old.person_id, old.institution_id, old.import_id, old.category, old.details_cipher, old.enrolled_at)
    or (new.span <> old.span and new.status <> old.status) then perform platform.refuse('ENROLLMENT_FIXED'); end if;
  if old.status <> 'enrolled' then perform platform.refuse('ENROLLMENT_NOT_ACTIVE'); end if;
  if new.span <> old.span and not exists (select 1 from institution.published_class c
      where c.id = new.class_id and new.span = daterange(c.starts_on, c.ends_on, '[]')) then perform platform.refuse('ENROLLMENT_FIXED'); end if;
  if new.status <> old.status then
    if exists (select 1 from trainee.assessment_result r where r.enrollment_id = old.id) then perform platform.refuse('ENROLLMENT_EVIDENCED'); end if;
    new.ended_at := platform.now();
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger enrollment_guard before update on trainee.enrollment for each row execute function trainee.guard_enrollment();

-- The institution domain calls this in the transaction that gives a class other dates: its people move with it, or the move is refused.
create function trainee.published_move_class(of_class uuid) returns int
language plpgsql security definer set search_path = trainee, pg_temp as $$
declare moved int;
begin
  perform trainee.lock_case(of_class);
  if not trainee.is_roster_open(of_class) then perform platform.refuse('ROSTER_NOT_OPEN'); end if;
  update trainee.enrollment e set span = daterange(c.starts_on, c.ends_on, '[]')
    from institution.published_class c
    where c.id = of_class and e.class_id = of_class and e.status = 'enrolled' and e.span <> daterange(c.starts_on, c.ends_on, '[]');
  get diagnostics moved = row_count;
  return moved;
exception when exclusion_violation then
  perform platform.refuse('ENROLLMENT_OVERLAP');
end $$;
`;

const VOUCHERS = String.raw`
create function trainee.guard_new_voucher() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if not exists (select 1 from trainee.enrollment e join institution.published_class c on c.id = e.class_id
      where e.id = new.enrollment_id and e.class_id = new.class_id and e.person_id = new.person_id and e.status = 'enrolled'
        and c.occupation_code = new.occupation_code) then perform platform.refuse('VOUCHER_FIXED'); end if;
  new.state := 'claimed';
  new.version := 1;
  new.claimed_at := platform.now();
  return new;
end $$;
create trigger voucher_guard_new before insert on trainee.voucher for each row execute function trainee.guard_new_voucher();

create function trainee.guard_voucher() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if (new.id, new.enrollment_id, new.class_id, new.person_id, new.occupation_code, new.code_index)
    is distinct from (old.id, old.enrollment_id, old.class_id, old.person_id, old.occupation_code, old.code_index) then perform platform.refuse('VOUCHER_FIXED'); end if;
  if not exists (select 1 from trainee.voucher_step s where s.from_state = old.state and s.to_state = new.state) then
    perform platform.refuse('VOUCHER_STEP_FORBIDDEN', jsonb_build_object('from', old.state, 'to', new.state));
  end if;
  if new.version <> old.version + 1 then perform platform.refuse('VOUCHER_VERSION'); end if;
  if new.state = 'verified' and not trainee.may_train(new.class_id) then perform platform.refuse('VOUCHER_TOO_EARLY'); end if;
  if new.state = 'redeemed' and not trainee.is_completed(new.class_id, new.enrollment_id) then perform platform.refuse('VOUCHER_TOO_EARLY'); end if;
  new.claimed_at := old.claimed_at;
  new.verified_at := case when new.state = 'verified' then platform.now() else old.verified_at end;
  new.redeemed_at := case when new.state = 'redeemed' then platform.now() else old.redeemed_at end;
  new.written_off_at := case when new.state = 'written-off' then platform.now() end;
  new.ended_at := case when new.state in ('released', 'cancelled', 'written-off') then platform.now() end;
  return new;
end $$;
create trigger voucher_guard before update on trainee.voucher for each row execute function trainee.guard_voucher();

-- Somebody who leaves a class gives the voucher back.
create function trainee.release_voucher() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  update trainee.voucher set state = 'released', version = version + 1 where enrollment_id = new.id and state in ('claimed', 'verified');
  return null;
end $$;
create trigger enrollment_releases_voucher after update of status on trainee.enrollment for each row
  when (old.status = 'enrolled' and new.status <> 'enrolled') execute function trainee.release_voucher();
`;

const FACTS = String.raw`
create function trainee.guard_attendance() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare of_class uuid;
begin
  for of_class in select distinct class_id from added loop
    if not trainee.may_train(of_class) then perform platform.refuse('ATTENDANCE_NOT_BEGUN'); end if;
    if trainee.stage_outcome(of_class, 'assessment') is not null then perform platform.refuse('ATTENDANCE_CLOSED'); end if;
  end loop;
  if exists (select 1 from added a where a.occurred_at > platform.now()) then perform platform.refuse('ATTENDANCE_IN_FUTURE'); end if;
  if exists (select 1 from added a left join trainee.enrollment e on e.id = a.enrollment_id and e.class_id = a.class_id and e.institution_id = a.institution_id
      where e.id is null or e.status <> 'enrolled') then perform platform.refuse('ATTENDANCE_PERSON_UNKNOWN'); end if;
  if exists (select 1 from (select distinct class_id, day from added) a where not trainee.is_class_day(a.class_id, a.day)) then
    perform platform.refuse('ATTENDANCE_DAY_NOT_PLANNED');
  end if;
  if exists (select 1 from (select distinct class_id, enrollment_id from added) a where trainee.needs_verified_voucher(a.class_id)
      and not exists (select 1 from trainee.voucher v where v.enrollment_id = a.enrollment_id and v.state in ('verified', 'redeemed', 'written-off'))) then
    perform platform.refuse('ATTENDANCE_VOUCHER_UNVERIFIED');
  end if;
  return null;
end $$;
create trigger attendance_guard after insert on trainee.attendance_event referencing new table as added
  for each statement execute function trainee.guard_attendance();

create function trainee.guard_assessment() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if trainee.stage_outcome(new.class_id, 'completion') is distinct from 'approved' then perform platform.refuse('ASSESSMENT_TOO_EARLY'); end if;
    if not exists (select 1 from institution.published_class c where c.id = new.class_id and c.evaluation_body_id = new.evaluation_body_id) then
      perform platform.refuse('ASSESSMENT_NO_BODY');
    end if;
    new.accepted_at := platform.now();
    new.completed_at := null;
    return new;
  end if;
  if (new.class_id, new.evaluation_body_id, new.accepted_by, new.accepted_at) is distinct from
    (old.class_id, old.evaluation_body_id, old.accepted_by, old.accepted_at) or old.completed_at is not null then perform platform.refuse('ASSESSMENT_COMPLETE'); end if;
  if new.completed_at is not null then
    if exists (select 1 from trainee.enrollment e where e.class_id = new.class_id and e.status = 'enrolled' and trainee.is_completed(e.class_id, e.id)
        and not exists (select 1 from trainee.assessment_result r where r.enrollment_id = e.id)) then perform platform.refuse('ASSESSMENT_INCOMPLETE'); end if;
    new.completed_at := platform.now();
  end if;
  new.version := old.version + 1;
  return new;
end $$;
create trigger assessment_guard before insert or update on trainee.assessment for each row execute function trainee.guard_assessment();

create function trainee.guard_result() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare accepted trainee.assessment;
begin
  select * into accepted from trainee.assessment a where a.class_id = new.class_id for no key update;
  if not found then perform platform.refuse('ASSESSMENT_NOT_ACCEPTED'); end if;
  if accepted.completed_at is not null then perform platform.refuse('ASSESSMENT_COMPLETE'); end if;
  if not exists (select 1 from trainee.enrollment e where e.id = new.enrollment_id and e.class_id = new.class_id and e.status = 'enrolled')
    or not trainee.is_completed(new.class_id, new.enrollment_id) then perform platform.refuse('ASSESSMENT_PERSON_UNKNOWN'); end if;
  if new.assessed_on > platform.today() then perform platform.refuse('ASSESSMENT_DATE'); end if;
  new.recorded_at := platform.now();
  return new;
end $$;
create trigger result_guard before insert on trainee.assessment_result for each row execute function trainee.guard_result();

create function trainee.guard_certificate() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare result trainee.assessment_result;
begin
  select r.* into result from trainee.assessment_result r join trainee.enrollment e on e.id = r.enrollment_id
    where r.enrollment_id = new.enrollment_id and r.class_id = new.class_id and e.person_id = new.person_id;
  if not found or result.outcome <> 'passed' then perform platform.refuse('CERTIFICATE_WITHOUT_PASS'); end if;
  if new.issued_on < result.assessed_on or new.issued_on > platform.today() then perform platform.refuse('CERTIFICATE_DATE'); end if;
  new.recorded_at := platform.now();
  return new;
end $$;
create trigger certificate_guard before insert on trainee.certificate for each row execute function trainee.guard_certificate();

create function trainee.guard_employment() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if tg_op = 'INSERT' then
    if not trainee.is_completed(new.class_id, new.enrollment_id) then perform platform.refuse('EMPLOYMENT_TOO_EARLY'); end if;
    if new.employed_on > platform.today() then perform platform.refuse('EMPLOYMENT_DATES'); end if;
    new.recorded_at := platform.now();
    new.voided_by := null;
    new.voided_at := null;
    return new;
  end if;
  if to_jsonb(new) - '{voided_by,voided_at}'::text[] <> to_jsonb(old) - '{voided_by,voided_at}'::text[] or old.voided_at is not null or new.voided_by is null then
    perform platform.refuse('EMPLOYMENT_FIXED');
  end if;
  new.voided_at := platform.now();
  return new;
end $$;
create trigger employment_guard before insert or update on trainee.employment_proof for each row execute function trainee.guard_employment();
`;

/** Rows that record what happened: never changed, never removed. */
const APPEND_ONLY = {
  attendance_event: 'ATTENDANCE_IMMUTABLE',
  assessment_result: 'ASSESSMENT_RESULT_FIXED',
  certificate: 'CERTIFICATE_FIXED',
};
/** Rows that move, but never vanish. */
const PERMANENT = {
  person: 'PERSON_FIXED',
  roster_import: 'TRAINEE_RECORD_PERMANENT',
  enrollment: 'ENROLLMENT_FIXED',
  voucher: 'VOUCHER_FIXED',
  assessment: 'ASSESSMENT_RESULT_FIXED',
  employment_proof: 'EMPLOYMENT_FIXED',
};

/** The database's own refusals: rosters, vouchers, attendance, assessment, certificates, employment. */
export class GuardPeopleAndFacts1700000400003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const part of [QUESTIONS, PEOPLE, VOUCHERS, FACTS]) await runner.query(part);
    for (const [table, code] of Object.entries(APPEND_ONLY)) {
      await runner.query(
        `create trigger ${table}_append_only before update or delete on trainee.${table} for each row execute function platform.refuse_change('${code}')`,
      );
    }
    for (const [table, code] of Object.entries(PERMANENT)) {
      await runner.query(
        `create trigger ${table}_permanent before delete on trainee.${table} for each row execute function platform.refuse_change('${code}')`,
      );
    }
    for (const [table, code] of Object.entries({ ...APPEND_ONLY, ...PERMANENT })) {
      await runner.query(
        `create trigger ${table}_no_truncate before truncate on trainee.${table} for each statement execute function platform.refuse_change('${code}')`,
      );
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of Object.keys({ ...APPEND_ONLY, ...PERMANENT }))
      await runner.query(`drop trigger ${table}_no_truncate on trainee.${table}`);
    for (const table of Object.keys(APPEND_ONLY)) await runner.query(`drop trigger ${table}_append_only on trainee.${table}`);
    for (const table of Object.keys(PERMANENT)) await runner.query(`drop trigger ${table}_permanent on trainee.${table}`);
    await runner.query(
      `drop function trainee.guard_person(), trainee.guard_import(), trainee.guard_new_enrollments(), trainee.guard_enrollment(), trainee.guard_new_voucher(),
       trainee.guard_voucher(), trainee.release_voucher(), trainee.guard_attendance(), trainee.guard_assessment(), trainee.guard_result(),
       trainee.guard_certificate(), trainee.guard_employment(), trainee.published_move_class(uuid), trainee.lock_case(uuid), trainee.payable_days(uuid, uuid),
       trainee.is_completed(uuid, uuid), trainee.needs_verified_voucher(uuid), trainee.may_train(uuid), trainee.is_class_day(uuid, date),
       trainee.is_roster_open(uuid), trainee.stage_outcome(uuid, text) cascade`,
    );
  }
}
