import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- An inbox reads lanes: the role a task wants, and one lane for signatures, which any handler may give (AMB-06). A page of a lane is one range of
-- this index, however much waits in the office.
create index task_lane on casework.task (office_id, (case when kind = 'sign' then 'sign' else role end), due_on, id) where closed_at is null;
create index task_lane_unassigned on casework.task (office_id, (case when kind = 'sign' then 'sign' else role end), due_on, id)
  where closed_at is null and assignee_account is null;

-- Search: by the beginning of a number, by its end, by the beginning of a title.
create index case_file_number on casework.case_file (number text_pattern_ops);
create index case_file_number_end on casework.case_file (reverse(number) text_pattern_ops);
create index case_file_title on casework.case_file (title text_pattern_ops);

-- 已查看: looked at, which is not the same as found in order. By content: another file in the same slot has not been looked at.
create table casework.viewing (
  case_id uuid not null references casework.case_file,
  person_id uuid not null,
  file_sha256 bytea not null check (octet_length(file_sha256) = 32),
  viewed_at timestamptz not null default platform.now(),
  primary key (case_id, person_id, file_sha256)
);

-- A filter is a place: an address of the inbox under a name. Rights are asked at each opening, never stored here.
create table casework.saved_filter (
  id uuid primary key default platform.uuid_v7(),
  account_id uuid not null,
  office_id uuid not null,
  name text not null check (length(btrim(name)) between 1 and 40),
  query text not null check (length(query) <= 500),
  is_shared boolean not null default false,
  saved_at timestamptz not null default platform.now()
);
create unique index saved_filter_name on casework.saved_filter (account_id, office_id, name);
create index saved_filter_shared on casework.saved_filter (office_id) where is_shared;

grant select, insert (case_id, person_id, file_sha256), delete on casework.viewing to kbt_casework;
grant select, insert (account_id, office_id, name, query, is_shared), update (query, is_shared), delete on casework.saved_filter to kbt_casework;
`;

/** What the console's inbox and case need of their own. */
export class InboxLanesAndReading1700000500401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'drop table casework.saved_filter, casework.viewing; drop index casework.case_file_title, casework.case_file_number_end, casework.case_file_number, casework.task_lane_unassigned; drop index casework.task_lane',
    );
  }
}
