import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- 开班申请, 结业申请: every version that was ever written. Content is set when it is submitted and never changes afterwards.
create table institution.filing (
  class_id uuid not null references institution.class,
  kind text not null check (kind in ('opening', 'completion')),
  version int not null check (version >= 1),
  status text not null default 'draft' check (status in ('draft', 'submitted', 'withdrawn')),
  content jsonb,
  content_sha256 bytea check (octet_length(content_sha256) = 32),
  created_by uuid not null,
  created_at timestamptz not null default platform.now(),
  submitted_by uuid,
  submitted_at timestamptz,
  withdrawn_at timestamptz,
  is_late boolean not null default false,
  primary key (class_id, kind, version),
  check ((status = 'draft') = (submitted_at is null)),
  check ((submitted_at is null) = (content is null)),
  check ((content is null) = (content_sha256 is null)),
  check ((status = 'withdrawn') = (withdrawn_at is not null))
) with (fillfactor = 80);
create unique index filing_one_draft on institution.filing (class_id, kind) where status = 'draft';
comment on column institution.filing.is_late is 'Completion filed after its day: accepted, and shown to the reviewer (XZ24 二(二)(3) names no consequence)';

-- Natural persons who had a hand in what is filed; none of them may decide it (AMB-06).
create table institution.contributor (
  class_id uuid not null references institution.class,
  kind text not null check (kind in ('opening', 'completion')),
  person_id uuid not null,
  at timestamptz not null default platform.now(),
  primary key (class_id, kind, person_id)
);

-- Papers by slot. A replaced paper stays, marked as removed.
create table institution.material (
  id uuid primary key default platform.uuid_v7(),
  class_id uuid not null references institution.class,
  filing_kind text not null check (filing_kind in ('opening', 'completion')),
  slot text not null check (length(slot) between 1 and 60),
  subject_id uuid,
  file_sha256 bytea not null references platform.file,
  file_name text not null check (length(file_name) between 1 and 200),
  media_type text not null,
  size_bytes int not null check (size_bytes > 0),
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default platform.now(),
  is_removed boolean not null default false,
  removed_at timestamptz,
  check (is_removed = (removed_at is not null))
);
create index material_class on institution.material (class_id, filing_kind, slot) where not is_removed;
`;

/** What is filed for a class, who wrote it, and its papers. */
export class CreateFilings1700000300002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table institution.material, institution.contributor, institution.filing');
  }
}
