import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- What Temporal must still hear. Written in the transaction of the rows it tells of; order counts within one workflow only.
create table platform.outbox (
  id uuid primary key default platform.uuid_v7(),
  seq bigint generated always as identity,
  workflow_id text not null,
  road text not null check (road in ('class', 'claim', 'objection', 'payment-batch')),
  subject_id uuid not null,
  act text not null check (act in ('start', 'advance')),
  reason text not null,
  created_at timestamptz not null default clock_timestamp(),
  next_attempt_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  delivered_at timestamptz
) with (fillfactor = 80, autovacuum_vacuum_scale_factor = 0.02);
create index outbox_waiting on platform.outbox (workflow_id, seq) where delivered_at is null;

-- Every road that was ever started, and when it reached its end: what must run, whatever Temporal still knows.
create table platform.road (
  road text not null check (road in ('class', 'claim', 'objection', 'payment-batch')),
  subject_id uuid not null,
  started_at timestamptz not null default clock_timestamp(),
  ended_at timestamptz,
  primary key (road, subject_id)
);
create index road_travelling on platform.road (started_at) where ended_at is null;

-- One answer a key and person, kept for ever: a repeated request never acts twice.
create table platform.idempotency (
  account_id uuid not null,
  key text not null,
  route text not null,
  body_sha256 bytea not null,
  status int,
  body jsonb,
  version bigint,
  at timestamptz not null default clock_timestamp(),
  primary key (account_id, key)
);

-- Files by content; the bytes lie encrypted in the file store.
create table platform.file (
  sha256 bytea primary key check (octet_length(sha256) = 32),
  size_bytes bigint not null check (size_bytes > 0),
  media_type text not null,
  stored_at timestamptz not null default platform.now()
);
create trigger file_immutable before update or delete on platform.file for each row execute function platform.refuse_change('AUDIT_IMMUTABLE');

grant select, insert on platform.outbox to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments;
grant select, insert on platform.outbox to kbt_worker;
grant update (next_attempt_at, attempts, last_error, delivered_at) on platform.outbox
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker;
grant select, insert, update (ended_at) on platform.road to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker;
grant select, insert, update (status, body, version) on platform.idempotency
  to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_identity;
grant select, insert on platform.file to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker;
`;

/** Messages to Temporal, remembered answers, known files. */
export class CreateOutboxAndKeys1700000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table platform.outbox, platform.road, platform.idempotency, platform.file');
  }
}
