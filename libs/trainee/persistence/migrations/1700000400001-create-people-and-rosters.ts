import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- A natural person who is trained. Names and numbers are ciphertexts; the keyed fingerprint finds the same person again.
create table trainee.person (
  id uuid primary key,
  id_index bytea not null unique check (octet_length(id_index) = 32),
  name_cipher bytea not null,
  id_number_cipher bytea not null,
  masked_id_number text not null check (masked_id_number ~ '^[0-9]{4}[*]{10}[0-9]{3}[0-9X]$'),
  category text not null check (length(category) between 1 and 60),
  registered_at timestamptz not null default platform.now()
) with (fillfactor = 95);
comment on column trainee.person.id_index is 'HMAC-SHA-256 of the identity number under the index key; without the key it cannot be tried out number by number';

-- One uploaded 培训报名花名册. Findings hold rows, columns and codes, never what stood in a cell.
create table trainee.roster_import (
  id uuid primary key default platform.uuid_v7(),
  class_id uuid not null,
  institution_id uuid not null,
  file_sha256 bytea not null references platform.file,
  file_name text not null check (length(file_name) between 1 and 255),
  state text not null default 'validated' check (state in ('validated', 'confirmed', 'discarded')),
  header jsonb not null,
  rows int not null check (rows >= 0),
  valid_rows int not null check (valid_rows between 0 and rows),
  error_rows int not null check (error_rows >= 0),
  warning_rows int not null check (warning_rows >= 0),
  blocked boolean not null,
  findings jsonb not null,
  uploaded_by uuid not null,
  uploaded_at timestamptz not null default platform.now(),
  confirmed_by uuid,
  ended_at timestamptz,
  enrolled int,
  version int not null default 1,
  check ((state = 'validated') = (ended_at is null)),
  check ((state = 'confirmed') = (confirmed_by is not null and enrolled is not null))
);
create index roster_import_class on trainee.roster_import (class_id, uploaded_at);
create unique index roster_import_one_waiting on trainee.roster_import (class_id) where state = 'validated';
comment on column trainee.roster_import.blocked is 'A finding about the whole roster forbids even a partial import';
comment on column trainee.roster_import.uploaded_by is 'Natural person';

-- The people of an import until it is confirmed or discarded. Unlogged: after a crash the file is simply uploaded again, and half the WAL is saved.
create unlogged table trainee.roster_import_row (
  import_id uuid not null,
  row_number int not null,
  person_id uuid not null,
  is_known boolean not null,
  id_index bytea not null,
  name_cipher bytea not null,
  id_number_cipher bytea,
  masked_id_number text not null,
  category text not null,
  enrollment_id uuid not null,
  details_cipher bytea not null,
  primary key (import_id, row_number)
);
comment on column trainee.roster_import_row.person_id is 'The person known under this number, or the id a new one will get: ciphertexts are bound to it';

-- Who is in which class. The span is the class's own, so that nobody is in two classes at once (F03).
create table trainee.enrollment (
  id uuid primary key,
  class_id uuid not null,
  person_id uuid not null references trainee.person,
  institution_id uuid not null,
  import_id uuid not null references trainee.roster_import,
  row_number int not null,
  span daterange not null check (not isempty(span) and not lower_inf(span) and not upper_inf(span)),
  status text not null default 'enrolled' check (status in ('enrolled', 'excluded', 'left')),
  category text not null,
  details_cipher bytea not null,
  enrolled_at timestamptz not null default platform.now(),
  ended_at timestamptz,
  ended_by uuid,
  end_reason text,
  version int not null default 1,
  constraint enrollment_overlap exclude using gist (person_id with =, span with &&) where (status = 'enrolled'),
  check ((status = 'enrolled') = (ended_at is null and ended_by is null and end_reason is null))
) with (fillfactor = 90);
create index enrollment_class on trainee.enrollment (class_id, id);
create index enrollment_person on trainee.enrollment (person_id);
comment on column trainee.enrollment.category is 'As filed with this roster; later facts never overwrite it (F02)';
comment on column trainee.enrollment.details_cipher is 'The other columns of the roster as filed, telephone and account among them, as one encrypted JSON';
`;

/** People, rosters on their way in, and enrollments. */
export class CreatePeopleAndRosters1700000400001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table trainee.enrollment, trainee.roster_import_row, trainee.roster_import, trainee.person');
  }
}
