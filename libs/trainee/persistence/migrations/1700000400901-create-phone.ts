import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- A trainee's telephone, known by what its cookie hashes to. Nobody needs an account: the voucher and the identity card are enough.
create table trainee.phone_session (
  token_sha256 bytea primary key check (octet_length(token_sha256) = 32),
  person_id uuid not null references trainee.person,
  created_at timestamptz not null default platform.now(),
  expires_at timestamptz not null
);
create index phone_session_expiry on trainee.phone_session (expires_at);

-- Wrong attempts on one voucher, so that six digits cannot be tried out.
create table trainee.phone_failure (
  code_index bytea not null check (octet_length(code_index) = 32),
  failed_at timestamptz not null default platform.now()
);
create index phone_failure_code on trainee.phone_failure (code_index, failed_at);

-- 学员异议: what a trainee says is wrong about their own record. The text may name anybody, so it is encrypted.
create table trainee.dispute (
  id uuid primary key,
  class_id uuid not null,
  enrollment_id uuid not null references trainee.enrollment,
  person_id uuid not null references trainee.person,
  institution_id uuid not null,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  subject text not null check (subject in ('roster', 'attendance', 'result', 'certificate', 'other')),
  text_cipher bytea not null,
  filed_at timestamptz not null default platform.now(),
  answer_cipher bytea,
  answered_by uuid,
  answered_at timestamptz,
  version int not null default 1,
  check ((answered_at is null) = (answer_cipher is null) and (answered_at is null) = (answered_by is null))
);
create index dispute_open on trainee.dispute (id) where answered_at is null;
create index dispute_person on trainee.dispute (person_id, id);

create function trainee.guard_phone_session() returns trigger language plpgsql as $$
begin
  new.created_at := platform.now();
  if new.expires_at <= platform.now() or new.expires_at > platform.now() + interval '12 hours' then perform platform.refuse('PHONE_SESSION_FIXED'); end if;
  return new;
end $$;
create trigger phone_session_guard before insert on trainee.phone_session for each row execute function trainee.guard_phone_session();
create trigger phone_session_fixed before update on trainee.phone_session for each row execute function platform.refuse_change('PHONE_SESSION_FIXED');

create function trainee.guard_dispute() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
declare enrolled record;
begin
  if tg_op = 'INSERT' then
    select e.person_id, e.class_id, e.institution_id, c.region into enrolled
      from trainee.enrollment e join institution.published_class c on c.id = e.class_id where e.id = new.enrollment_id;
    if not found or (enrolled.person_id, enrolled.class_id) is distinct from (new.person_id, new.class_id) then perform platform.refuse('DISPUTE_FIXED'); end if;
    new.institution_id := enrolled.institution_id;
    new.region := enrolled.region;
    new.filed_at := platform.now();
    new.version := 1;
    new.answer_cipher := null; new.answered_by := null; new.answered_at := null;
    return new;
  end if;
  if to_jsonb(new) - '{answer_cipher,answered_by,answered_at,version}'::text[] <> to_jsonb(old) - '{answer_cipher,answered_by,answered_at,version}'::text[]
    or old.answered_at is not null or new.answer_cipher is null then perform platform.refuse('DISPUTE_FIXED'); end if;
  new.answered_at := platform.now();
  new.version := old.version + 1;
  return new;
end $$;
create trigger dispute_guard before insert or update on trainee.dispute for each row execute function trainee.guard_dispute();
create trigger dispute_permanent before delete on trainee.dispute for each row execute function platform.refuse_change('DISPUTE_FIXED');
create trigger dispute_no_truncate before truncate on trainee.dispute for each statement execute function platform.refuse_change('DISPUTE_FIXED');

revoke execute on function trainee.guard_phone_session(), trainee.guard_dispute() from public;
grant select, delete on trainee.phone_session, trainee.phone_failure to kbt_trainee;
grant insert (token_sha256, person_id, expires_at) on trainee.phone_session to kbt_trainee;
grant insert (code_index) on trainee.phone_failure to kbt_trainee;
grant select on trainee.dispute to kbt_trainee;
grant insert (id, class_id, enrollment_id, person_id, institution_id, region, subject, text_cipher) on trainee.dispute to kbt_trainee;
grant update (answer_cipher, answered_by) on trainee.dispute to kbt_trainee;
`;

/** A trainee's own page on the telephone: sign-in by voucher, clock-in, disputes. */
export class CreatePhone1700000400901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table trainee.dispute, trainee.phone_failure, trainee.phone_session; drop function trainee.guard_phone_session(), trainee.guard_dispute()`,
    );
  }
}
