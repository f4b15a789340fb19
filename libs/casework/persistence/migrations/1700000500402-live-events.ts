import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- What screens must hear of: ids only. The order is our own sequence, so that a stream can be taken up again where it broke off; tx tells which rows
-- every earlier transaction has settled before, so that nobody reads past one that commits late.
create table casework.live_event (
  id bigint generated always as identity primary key,
  tx xid8 not null default pg_current_xact_id(),
  case_id uuid not null,
  task_id uuid,
  office_id uuid,
  institution_id uuid not null,
  region text not null,
  at timestamptz not null default clock_timestamp()
) with (autovacuum_vacuum_scale_factor = 0.02);

create function casework.tell_live() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  insert into casework.live_event (case_id, task_id, office_id, institution_id, region)
    values (new.case_id, new.id, new.office_id, new.institution_id, new.region);
  return null;
end $$;
revoke all on function casework.tell_live() from public;
create trigger task_tells_live after insert or update of assignee_account, closed_at, due_on, is_escalated on casework.task
  for each row execute function casework.tell_live();

grant select, delete on casework.live_event to kbt_casework;
`;

/** The rows behind the live stream of the console. Kept for an hour: a screen that was away longer reads everything anew. */
export class LiveEvents1700000500402 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger task_tells_live on casework.task; drop function casework.tell_live(); drop table casework.live_event');
  }
}
