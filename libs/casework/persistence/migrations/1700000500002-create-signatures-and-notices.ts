import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- A signature covers the hash of exactly what was on the screen (design rule 5).
create table casework.signature (
  id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references casework.case_file,
  version int not null check (version >= 1),
  package_sha256 bytea not null check (octet_length(package_sha256) = 32),
  kind text not null check (kind in ('handler', 'finance')),
  person_id uuid not null,
  account_id uuid not null,
  office_id uuid not null,
  task_id uuid not null references casework.task,
  authenticated_at timestamptz not null,
  second_factor boolean not null,
  at timestamptz not null default platform.now(),
  unique (claim_id, version, person_id)
);

-- Published for n complete working days after the day of publication, which is day 0 (XZ24 三(二) 公示不少于5个工作日; AMB-03).
create table casework.public_notice (
  id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references casework.case_file,
  version int not null check (version >= 1),
  number text not null unique,
  title text not null,
  region text not null,
  office_id uuid,
  institution_name text not null,
  class_name text not null,
  subsidy text not null,
  line_count int not null check (line_count >= 0),
  total_fen bigint not null check (total_fen >= 0),
  min_working_days int not null check (min_working_days >= 5),
  published_at timestamptz not null default platform.now(),
  published_on date not null default platform.today(),
  closes_at timestamptz not null,
  closes_on date not null,
  roster_sha256 bytea not null check (octet_length(roster_sha256) = 32),
  unique (claim_id, version)
);
create index public_notice_list on casework.public_notice (published_at, id);
comment on column casework.public_notice.closes_at is 'The instant after the last complete working day: next day 00:00 +08:00. May move later, never earlier';
comment on column casework.public_notice.closes_on is 'Last day on which the public may object';

-- The masked projection, the only thing the public pages read (AMB-54).
create table casework.public_notice_line (
  notice_id uuid not null references casework.public_notice,
  line_number int not null check (line_number >= 1),
  person_id uuid not null,
  name_shown text not null,
  id_number_shown text not null check (id_number_shown like '%*%'),
  standard text not null,
  amount_fen bigint not null check (amount_fen > 0),
  primary key (notice_id, line_number)
);
create unique index public_notice_person on casework.public_notice_line (notice_id, person_id);

create sequence casework.receipt_number;

-- One row a person objected to, or one for the whole claim (person_id null); what was filed together shares a receipt.
create table casework.objection (
  id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references casework.case_file,
  notice_id uuid not null references casework.public_notice,
  person_id uuid,
  receipt_number text not null,
  secret_sha256 bytea check (octet_length(secret_sha256) = 32),
  facts_cipher bytea not null,
  contact_cipher bytea,
  is_late boolean not null default false,
  registered_by uuid,
  filed_at timestamptz not null default platform.now(),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'dismissed', 'withdrawn')),
  ended_at timestamptz,
  reply text check (length(reply) <= 2000),
  version int not null default 1,
  unique nulls not distinct (receipt_number, person_id),
  check ((state = 'open') = (ended_at is null))
);
create index objection_claim on casework.objection (claim_id, state);
comment on column casework.objection.registered_by is 'The officer who registered it; null: filed by the public, which is possible until the notice closes';
alter table casework.task add foreign key (objection_id) references casework.objection;
`;

/** Signatures, public notices and objections. */
export class CreateSignaturesAndNotices1700000500002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table casework.objection, casework.public_notice_line, casework.public_notice, casework.signature cascade; drop sequence casework.receipt_number`,
    );
  }
}
