import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- What the institution put right on the screen since the file was read. The file stays as it came; both together say what is filed.
alter table trainee.roster_import
  add corrections_cipher bytea,
  add corrected_cells int not null default 0 check (corrected_cells >= 0),
  add left_out_rows int not null default 0 check (left_out_rows >= 0),
  add constraint roster_import_discarded_is_forgotten check (state <> 'discarded' or corrections_cipher is null);
comment on column trainee.roster_import.corrections_cipher is 'Row, column and value of each correction as one encrypted JSON, bound to the import; dropped when it is discarded, kept with the file when it is confirmed';

-- Judged again only while it waits; what ends it changes nothing that was judged, so that nobody confirms what nobody saw.
create or replace function trainee.guard_import() returns trigger language plpgsql as $$
declare may_change text[];
begin
  may_change := case new.state
    when 'validated' then '{rows,valid_rows,error_rows,warning_rows,blocked,findings,corrections_cipher,corrected_cells,left_out_rows}'
    when 'discarded' then '{state,corrections_cipher}'
    else '{state,confirmed_by,enrolled}' end::text[];
  if old.state <> 'validated' or to_jsonb(new) - may_change <> to_jsonb(old) - may_change then
    perform platform.refuse('ROSTER_IMPORT_CLOSED', jsonb_build_object('state', old.state));
  end if;
  new.ended_at := case when new.state = 'validated' then null else platform.now() end;
  new.version := old.version + 1;
  return new;
end $$;

grant update (rows, valid_rows, error_rows, warning_rows, blocked, findings, corrections_cipher, corrected_cells, left_out_rows)
  on trainee.roster_import to kbt_trainee;
`;

/** Rosters are put right on the screen: corrections beside the import, judged again in place. */
export class CorrectRosters1700000401801 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  // The guard stays: it names the columns that are gone only as texts.
  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `revoke update (rows, valid_rows, error_rows, warning_rows, blocked, findings) on trainee.roster_import from kbt_trainee;
       alter table trainee.roster_import drop corrections_cipher, drop corrected_cells, drop left_out_rows`,
    );
  }
}
