import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
create sequence finance.claim_number;
-- 补贴申领. version and package_sha256 are those of the last sealed package; the counters move with its payment orders alone.
create table finance.claim (
  id uuid primary key default platform.uuid_v7(),
  number text not null unique,
  class_id uuid,
  subsidy text not null check (length(subsidy) between 1 and 60),
  institution_id uuid not null,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  snapshot_hash text not null check (snapshot_hash ~ '^[0-9a-f]{64}$'),
  status text not null default 'draft' check (status in ('draft', 'submitted', 'withdrawn')),
  prepared_by uuid not null,
  submitted_version int check (submitted_version >= 1),
  version int check (version >= 1),
  package_sha256 bytea check (octet_length(package_sha256) = 32),
  amount_fen bigint not null default 0 check (amount_fen >= 0),
  ordered_fen bigint not null default 0 check (ordered_fen >= 0),
  paid_fen bigint not null default 0 check (paid_fen >= 0),
  created_at timestamptz not null default platform.now(),
  row_version int not null default 1,
  check ((version is null) = (package_sha256 is null)),
  check ((status = 'draft') = (submitted_version is null)),
  constraint never_more_than_signed check (ordered_fen + paid_fen <= amount_fen)
) with (fillfactor = 85);
-- 订单式培训一单一结算 (PRC-49): one live claim of a subsidy for a class; staged settlements of project classes follow each other.
create index claim_of_class on finance.claim (class_id, subsidy);
create index claim_of_institution on finance.claim (institution_id, id);
comment on column finance.claim.prepared_by is 'Natural person: signs nothing of this claim (AMB-06)';
comment on column finance.claim.ordered_fen is 'In payment orders that are neither settled nor rejected nor returned';

-- What is known of everybody on the day of the claim, frozen with each submission (AMB-10).
create table finance.claim_submission (
  claim_id uuid not null references finance.claim,
  version int not null check (version >= 1),
  facts jsonb not null,
  submitted_by uuid not null,
  submitted_at timestamptz not null default platform.now(),
  primary key (claim_id, version)
);

create table finance.claim_line (
  line_id uuid primary key default platform.uuid_v7(),
  claim_id uuid not null references finance.claim,
  person_id uuid not null,
  enrollment_id uuid not null,
  amount_fen bigint not null check (amount_fen >= 0),
  explanation jsonb not null,
  state text not null default 'included' check (state in ('included', 'excluded')),
  unique (claim_id, person_id)
);

-- What is signed: canonical JSON and its hash. Never changed, never removed.
create table finance.package_version (
  claim_id uuid not null references finance.claim,
  version int not null check (version >= 1),
  sha256 bytea not null check (octet_length(sha256) = 32),
  document text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  sealed_at timestamptz not null default platform.now(),
  primary key (claim_id, version)
);
`;

/** Claims, what was known when they were submitted, their lines and their sealed packages. */
export class CreateClaims1700000600001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table finance.package_version, finance.claim_line, finance.claim_submission, finance.claim; drop sequence finance.claim_number`,
    );
  }
}
