import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Who did what, when: a hash chain in sixteen streams, so that writers of different cases do not wait for each other.
create table platform.audit (
  stream int not null,
  seq bigint not null,
  at timestamptz not null,
  account_id uuid, person_id uuid, office_id uuid,
  act text not null,
  subject_kind text not null,
  subject_id text not null,
  case_id uuid,
  details jsonb not null,
  previous bytea not null,
  hash bytea not null,
  primary key (stream, seq)
);
create index audit_case on platform.audit (case_id, at) where case_id is not null;
create table platform.audit_head (stream int primary key, seq bigint not null, hash bytea not null);
insert into platform.audit_head select g, 0, decode(repeat('00', 32), 'hex') from generate_series(0, 15) g;

create function platform.audit_leaf(a platform.audit) returns bytea language sql immutable as $$
  select sha256('\x00'::bytea || a.previous || convert_to(jsonb_build_array(a.stream, a.seq,
    to_char(a.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US'), a.account_id, a.person_id, a.office_id, a.act, a.subject_kind, a.subject_id,
    a.case_id, a.details)::text, 'UTF8'))
$$;

create function platform.audit_append(account_id uuid, person_id uuid, office_id uuid, act text, subject_kind text, subject_id text, case_id uuid, details jsonb)
returns bigint language plpgsql security definer set search_path = platform, pg_temp as $$
declare
  head platform.audit_head;
  entry platform.audit;
begin
  select * into head from platform.audit_head h where h.stream = abs(hashtext(coalesce(case_id::text, subject_id)) % 16) for update;
  entry := row(head.stream, head.seq + 1, platform.now(), account_id, person_id, office_id, act, subject_kind, subject_id, case_id, details, head.hash, null);
  entry.hash := platform.audit_leaf(entry);
  insert into platform.audit select entry.*;
  update platform.audit_head set seq = entry.seq, hash = entry.hash where stream = entry.stream;
  return entry.seq;
end $$;

create trigger audit_immutable before update or delete on platform.audit for each row execute function platform.refuse_change('AUDIT_IMMUTABLE');
create trigger audit_no_truncate before truncate on platform.audit for each statement execute function platform.refuse_change('AUDIT_IMMUTABLE');

-- No rows: every stream is unbroken.
create view platform.audit_break as
  select stream, seq from (
    select a.stream, a.seq, a.hash, a.previous, platform.audit_leaf(a) as leaf, lag(a.hash) over w as before, lag(a.seq) over w as before_seq
    from platform.audit a window w as (partition by a.stream order by a.seq)) linked
  where hash <> leaf or previous <> coalesce(before, decode(repeat('00', 32), 'hex')) or seq <> coalesce(before_seq, 0) + 1;

create view platform.published_audit as
  select stream, seq, at, account_id, person_id, office_id, act, subject_kind, subject_id, case_id, details from platform.audit;

revoke all on function platform.audit_append(uuid, uuid, uuid, text, text, text, uuid, jsonb) from public;
grant execute on function platform.audit_append(uuid, uuid, uuid, text, text, text, uuid, jsonb)
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity, kbt_worker;
grant select on platform.published_audit to kbt_casework;
`;

/** The record of every act. */
export class CreateAudit1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view platform.published_audit, platform.audit_break; drop table platform.audit, platform.audit_head cascade');
  }
}
