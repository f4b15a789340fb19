import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- As before, and open after a refusal, too: a refused opening is corrected and filed again (AMB-44), and whoever will not wait may leave it.
create or replace function trainee.is_roster_open(of_class uuid) returns boolean
language plpgsql stable security definer set search_path = trainee, pg_temp as $$
declare filed text;
begin
  if not exists (select 1 from institution.published_class c where c.id = of_class) then return false; end if;
  select f.status into filed from institution.published_filing f where f.class_id = of_class and f.kind = 'opening' order by f.version desc limit 1;
  return filed is null or filed in ('draft', 'returned', 'withdrawn', 'lapsed', 'refused');
end $$;

-- Casework calls this in the decision that stops a class: nobody is trained there any more, so its people may join another class, and their
-- vouchers go back.
create function trainee.published_release_class(of_class uuid, by_person uuid) returns int
language plpgsql security definer set search_path = trainee, pg_temp as $$
declare released int;
begin
  perform trainee.lock_case(of_class);
  if trainee.stage_outcome(of_class, 'delivery') is distinct from 'stopped' then perform platform.refuse('CLASS_NOT_STOPPED'); end if;
  update trainee.enrollment set status = 'left', ended_by = by_person, end_reason = '班级已终止' where class_id = of_class and status = 'enrolled';
  get diagnostics released = row_count;
  return released;
end $$;
revoke execute on function trainee.published_release_class(uuid, uuid) from public;
grant execute on function trainee.published_release_class(uuid, uuid) to kbt_casework;
`;

/** Nobody is held in a class that will not take place. */
export class ReleasePeopleOfEndedClasses1700000401202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function trainee.published_release_class(uuid, uuid)');
  }
}
