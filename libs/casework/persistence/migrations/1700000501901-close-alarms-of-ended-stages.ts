import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Whoever ends a stage (a decision, a day, a filing, finance), what it raised the alarm for is over with it, and so is what held the case at it.
-- A lapse is told of after the stage has ended, so it stays until the opening is filed again.
create function casework.follow_stage_end() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  update casework.task set closed_because = 'facts-complete'
    where case_id = new.case_id and closed_at is null and kind = 'alarm' and (stage_id = new.id or stage_id is null);
  return null;
end $$;
create trigger stage_end_closes_alarms after update on casework.stage for each row
  when (old.outcome is null and new.outcome is not null) execute function casework.follow_stage_end();
revoke execute on function casework.follow_stage_end() from public;
update casework.task t set closed_because = 'facts-complete' from casework.stage s
  where s.id = t.stage_id and s.outcome <> 'lapsed' and t.kind = 'alarm' and t.closed_at is null;
`;

/** No alarm outlives the stage it is about. */
export class CloseAlarmsOfEndedStages1700000501901 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function casework.follow_stage_end() cascade');
  }
}
