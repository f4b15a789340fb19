import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- A paper as it was handed over: its bytes are kept under their hash (platform.file) and never made again. The code printed on it finds it.
create table platform.paper (
  code text primary key check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
  kind text not null,
  subject_id uuid not null,
  subject_version int not null check (subject_version >= 0),
  sha256 bytea not null references platform.file (sha256),
  issued_at timestamptz not null default platform.now(),
  unique (kind, subject_id, subject_version)
);
comment on column platform.paper.code is 'Crockford base 32 of the content''s hash; grouped by fours on the paper';
create trigger paper_permanent before update or delete on platform.paper for each row execute function platform.refuse_change('PAPER_PERMANENT');

-- Whoever holds a paper may ask whether it is genuine; nobody is named.
create view platform.published_paper as
  select code, kind, encode(sha256, 'hex') as sha256, (issued_at at time zone 'Asia/Shanghai')::date as issued_on from platform.paper;

grant usage on schema platform to kbt_public;
grant select on platform.published_paper to kbt_public;
grant select, insert (code, kind, subject_id, subject_version, sha256) on platform.paper to kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker;
`;

/** Papers handed over, byte for byte. */
export class CreatePapers1700000000501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view platform.published_paper; drop table platform.paper; revoke usage on schema platform from kbt_public');
  }
}
