import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Training institutions and evaluation bodies; the id is that of their office.
create table institution.institution (
  id uuid primary key,
  name text not null unique check (length(name) between 2 and 100),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  kind text not null check (kind in ('training', 'evaluation')),
  payee_name text check (length(payee_name) between 2 and 100),
  payee_bank text check (length(payee_bank) between 2 and 100),
  payee_account_cipher bytea,
  payee_account_masked text check (payee_account_masked ~ '^[*]{4,}[0-9]{4}$'),
  registered_at timestamptz not null default platform.now(),
  check ((payee_name is null) = (payee_account_cipher is null) and (payee_bank is null) = (payee_account_cipher is null)
    and (payee_account_masked is null) = (payee_account_cipher is null))
);
comment on column institution.institution.payee_account_cipher is 'Account the subsidy goes to (AMB-58), encrypted; entered by the bureau, never by the institution itself';

create table institution.site (
  id uuid primary key default platform.uuid_v7(),
  institution_id uuid not null references institution.institution,
  name text not null check (length(name) between 2 and 100),
  address text not null check (length(address) between 4 and 200),
  registered_at timestamptz not null default platform.now(),
  unique (institution_id, name)
);

create table institution.teacher (
  id uuid primary key,
  institution_id uuid not null references institution.institution,
  id_index bytea not null check (octet_length(id_index) = 32),
  name_cipher bytea not null,
  name_shown text not null check (length(name_shown) between 1 and 60),
  id_number_cipher bytea not null,
  masked_id_number text not null check (masked_id_number ~ '^[0-9]{4}[*]{10}[0-9]{3}[0-9X]$'),
  qualification text not null check (length(qualification) between 2 and 200),
  registered_at timestamptz not null default platform.now(),
  unique (institution_id, id_index)
);
comment on column institution.teacher.name_shown is 'Surname and a mark, as lists show it';

create sequence institution.class_number;
create table institution.training_class (
  id uuid primary key default platform.uuid_v7(),
  number text not null unique,
  institution_id uuid not null references institution.institution,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  assigning_office_id uuid not null,
  name text not null check (length(name) between 2 and 100),
  class_type text not null check (class_type in ('order', 'project', 'enterprise')),
  order_id text check (length(order_id) between 1 and 60),
  occupation_code text not null check (length(occupation_code) between 1 and 20),
  occupation_name text not null check (length(occupation_name) between 1 and 60),
  site_id uuid not null references institution.site,
  starts_on date not null,
  ends_on date not null,
  capacity int not null check (capacity between 1 and 10000),
  evaluation_body_id uuid references institution.institution,
  is_special_task boolean not null default false,
  snapshot_hash text check (snapshot_hash ~ '^[0-9a-f]{64}$'),
  created_at timestamptz not null default platform.now(),
  version int not null default 1,
  check (ends_on >= starts_on),
  check (class_type <> 'order' or order_id is not null)
) with (fillfactor = 90);
create index training_class_of_institution on institution.training_class (institution_id, id);
create index training_class_of_region on institution.training_class (region text_pattern_ops, id);
comment on column institution.training_class.snapshot_hash is 'The policy in force when the opening was approved; never changes (AMB-36)';

create table institution.class_lesson (
  class_id uuid not null references institution.training_class,
  day date not null,
  ordinal int not null check (ordinal between 1 and 20),
  course text not null check (length(course) between 1 and 60),
  hours int not null check (hours between 1 and 12),
  teacher_id uuid not null references institution.teacher,
  primary key (class_id, day, ordinal)
);
create table institution.class_course (
  class_id uuid not null references institution.training_class,
  ordinal int not null check (ordinal between 1 and 200),
  course text not null check (length(course) between 1 and 60),
  hours int not null check (hours between 1 and 1000),
  primary key (class_id, ordinal)
);

-- Who had a hand in a class's filings: they decide nothing of it (AMB-06).
create table institution.contribution (class_id uuid not null, person_id uuid not null, primary key (class_id, person_id));

create table institution.material (
  id uuid primary key default platform.uuid_v7(),
  class_id uuid not null references institution.training_class,
  filing_kind text not null check (filing_kind in ('opening', 'completion', 'claim')),
  slot text not null check (slot ~ '^[a-z][a-z0-9-]{1,40}$'),
  subject_id uuid,
  file_sha256 bytea not null references platform.file,
  file_name text not null check (length(file_name) between 1 and 255),
  media_type text not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default platform.now(),
  removed_at timestamptz
);
create index material_of_class on institution.material (class_id, filing_kind) where removed_at is null;

-- What was filed, as it was filed: a correction is a new version.
create table institution.filing (
  class_id uuid not null references institution.training_class,
  kind text not null check (kind in ('opening', 'completion')),
  version int not null default 1 check (version >= 1),
  status text not null default 'submitted' check (status in ('submitted', 'withdrawn')),
  content jsonb not null,
  content_sha256 bytea not null check (octet_length(content_sha256) = 32),
  submitted_by uuid not null,
  submitted_at timestamptz not null default platform.now(),
  contributors uuid[] not null check (cardinality(contributors) >= 1),
  primary key (class_id, kind, version)
);
`;

/** Institutions, what they have, their classes, and what they file. */
export class CreateInstitutions1700000300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table institution.filing, institution.material, institution.contribution, institution.class_course, institution.class_lesson,
         institution.training_class, institution.teacher, institution.site, institution.institution;
       drop sequence institution.class_number`,
    );
  }
}
