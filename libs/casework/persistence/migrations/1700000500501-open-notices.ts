import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- One row a day on which the notice could be read by anybody: the proof that it stood for its whole time (PRC-43). The hash is of the text as shown.
create table casework.notice_display (
  notice_id uuid not null references casework.public_notice,
  day date not null,
  first_shown_at timestamptz not null,
  text_sha256 bytea not null check (octet_length(text_sha256) = 32),
  primary key (notice_id, day)
);
create trigger notice_display_permanent before update or delete on casework.notice_display
  for each row execute function platform.refuse_change('CASE_RECORD_PERMANENT');

-- What the public may know of a notice. A corrected notice names the one that replaced it.
create view casework.published_notice_page as
  select n.id, n.number, n.version, n.title, n.region, n.office_id, n.institution_name, n.class_name, n.subsidy, k.snapshot_hash, k.class_type,
    n.line_count, n.total_fen, n.min_working_days, n.published_at, n.published_on, n.closes_at, n.closes_on,
    n.closes_at > platform.now() as is_open, encode(n.roster_sha256, 'hex') as roster_sha256,
    (select later.id from casework.public_notice later where later.claim_id = n.claim_id and later.version > n.version order by later.version desc limit 1) as replaced_by
  from casework.public_notice n join casework.case_file k on k.id = n.claim_id;

-- The masked rows, while the notice is open: when the window has passed they are gone from every public answer.
create view casework.published_notice_row as
  select l.notice_id, l.line_number, l.name_shown, l.id_number_shown, l.standard, l.amount_fen
  from casework.public_notice_line l join casework.public_notice n on n.id = l.notice_id where n.closes_at > platform.now();

create view casework.published_notice_display as select notice_id, day, first_shown_at, encode(text_sha256, 'hex') as text_sha256 from casework.notice_display;

create function casework.published_record_display(of_notice uuid, sha256 bytea) returns void
language sql volatile security definer set search_path = casework, pg_temp as $$
  insert into casework.notice_display (notice_id, day, first_shown_at, text_sha256)
  select n.id, platform.today(), platform.now(), sha256 from casework.public_notice n where n.id = of_notice and n.closes_at > platform.now()
  on conflict do nothing
$$;
revoke execute on function casework.published_record_display(uuid, bytea) from public;

grant usage on schema casework to kbt_public;
grant select on casework.published_notice_page, casework.published_notice_row, casework.published_notice_display to kbt_public, kbt_casework;
grant execute on function casework.published_record_display(uuid, bytea) to kbt_public;
`;

/** What anybody may read of public notices, and the proof that they could. */
export class OpenNotices1700000500501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function casework.published_record_display(uuid, bytea);
      drop view casework.published_notice_display, casework.published_notice_row, casework.published_notice_page;
      drop table casework.notice_display; revoke usage on schema casework from kbt_public`);
  }
}
