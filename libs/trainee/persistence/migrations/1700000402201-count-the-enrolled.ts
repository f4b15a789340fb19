import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Who waits for a confirmation stands in an unlogged table, which a crash of the server empties: an import must not say then that it enrolled
-- people of whom nothing is left. Asked at the end of the transaction, when all of them are in.
create function trainee.guard_enrolled_count() returns trigger language plpgsql security definer set search_path = trainee, pg_temp as $$
begin
  if new.enrolled is distinct from (select count(*) from trainee.enrollment e where e.class_id = new.class_id and e.import_id = new.id) then
    perform platform.refuse('ROSTER_PEOPLE_LOST');
  end if;
  return null;
end $$;
create constraint trigger import_enrolled_count after update on trainee.roster_import deferrable initially deferred
  for each row when (new.state = 'confirmed' and old.state <> 'confirmed') execute function trainee.guard_enrolled_count();
`;

/** A confirmed import has enrolled as many people as it says. */
export class CountTheEnrolled1700000402201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop trigger import_enrolled_count on trainee.roster_import; drop function trainee.guard_enrolled_count()');
  }
}
