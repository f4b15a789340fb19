import type { MigrationInterface, QueryRunner } from 'typeorm';

const INSTITUTIONS = String.raw`
-- Training institutions and evaluation bodies; the id is the id of their office in identity.
create table institution.institution (
  id uuid primary key,
  name text not null check (length(name) between 1 and 200),
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  kind text not null check (kind in ('training', 'evaluation-body')),
  contact_name text,
  contact_phone text,
  payee_account_name text,
  payee_bank_name text,
  payee_account_cipher bytea,
  masked_payee_account text,
  occupations text[] not null default '{}',
  version int not null default 1,
  created_at timestamptz not null default platform.now(),
  check ((payee_account_cipher is null) = (masked_payee_account is null))
);
create index institution_region on institution.institution (region, id);
comment on column institution.institution.occupations is 'Occupations of its licence; the policy''s directory may narrow them (INS-05)';

create table institution.site (
  id uuid primary key default platform.uuid_v7(),
  institution_id uuid not null references institution.institution,
  name text not null check (length(name) between 1 and 200),
  address text not null check (length(address) between 1 and 300),
  capacity int not null check (capacity between 1 and 10000),
  version int not null default 1,
  created_at timestamptz not null default platform.now(),
  unique (institution_id, id)
);

create table institution.teacher (
  id uuid primary key,
  institution_id uuid not null references institution.institution,
  name_cipher bytea not null,
  id_number_cipher bytea not null,
  id_index bytea not null check (octet_length(id_index) = 32),
  masked_id_number text not null,
  qualification text not null check (length(qualification) between 1 and 300),
  version int not null default 1,
  created_at timestamptz not null default platform.now(),
  unique (institution_id, id),
  constraint teacher_once unique (institution_id, id_index)
);
comment on column institution.teacher.id_index is 'Keyed fingerprint of the identity number, of the same kind as trainee.person.id_index';
`;

const CLASSES = String.raw`
-- The last class number given in a region and year.
create table institution.class_number (region text not null, year int not null, last int not null, primary key (region, year));

create table institution.class (
  id uuid primary key default platform.uuid_v7(),
  number text not null unique,
  name text not null check (length(name) between 1 and 200),
  institution_id uuid not null references institution.institution,
  region text not null check (region ~ '^[1-9][0-9]{5}$'),
  assigning_office_id uuid not null,
  class_type text not null check (class_type in ('order', 'project', 'enterprise')),
  occupation_code text not null check (length(occupation_code) between 1 and 50),
  occupation_name text not null check (length(occupation_name) between 1 and 100),
  site_id uuid not null,
  starts_on date not null,
  ends_on date not null,
  capacity int not null check (capacity between 1 and 10000),
  evaluation_body_id uuid references institution.institution,
  is_special_task boolean not null default false,
  order_id text check (length(order_id) between 1 and 100),
  snapshot_hash text,
  snapshot_fixed_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default platform.now(),
  version int not null default 1,
  foreign key (institution_id, site_id) references institution.site (institution_id, id),
  unique (institution_id, id),
  check (ends_on >= starts_on and ends_on < starts_on + 1000),
  check ((snapshot_hash is null) = (snapshot_fixed_at is null))
) with (fillfactor = 85);
create index class_institution on institution.class (institution_id, id);
create index class_region on institution.class (region, id);
comment on column institution.class.created_by is 'Natural person';
comment on column institution.class.snapshot_hash is 'The policy in force when the opening was approved (AMB-36)';

-- 课程安排表: what is taught on which day; its days are the planned training days (AMB-16).
create table institution.timetable_entry (
  class_id uuid not null,
  institution_id uuid not null,
  ordinal int not null check (ordinal >= 1),
  day date not null,
  hours int not null check (hours between 1 and 24),
  course text not null check (length(course) between 1 and 100),
  teacher_id uuid not null,
  primary key (class_id, ordinal),
  foreign key (institution_id, class_id) references institution.class (institution_id, id),
  foreign key (institution_id, teacher_id) references institution.teacher (institution_id, id)
);
create index timetable_day on institution.timetable_entry (class_id, day);

-- 教学实施计划
create table institution.plan_course (
  class_id uuid not null references institution.class,
  ordinal int not null check (ordinal >= 1),
  name text not null check (length(name) between 1 and 100),
  hours int not null check (hours between 1 and 2000),
  primary key (class_id, ordinal)
);
`;

/** Institutions with what they teach with, and their classes. */
export class CreateInstitutionsAndClasses1700000300001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(INSTITUTIONS);
    await runner.query(CLASSES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop table institution.plan_course, institution.timetable_entry, institution.class, institution.class_number, institution.teacher,
        institution.site, institution.institution`,
    );
  }
}
