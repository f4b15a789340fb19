import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Whose input is in a case, by natural person and whatever account they used (AMB-06): for a claim also in its classes; what was said of trainees among it.
create function casework.is_contributor(of_case uuid, person uuid) returns boolean
language plpgsql stable security definer set search_path = casework, pg_temp as $$
begin
  return exists (select 1 from finance.published_claim_contributor c where c.claim_id = of_case and c.person_id = person)
    or exists (with classes as (select of_case as id union select x.class_id from finance.published_claim_class x where x.claim_id = of_case
          union select f.class_id from casework.case_file f where f.id = of_case and f.class_id is not null)
      select 1 from classes c where exists (select 1 from casework.contributor k where k.case_id = c.id and k.person_id = person)
        or exists (select 1 from institution.published_filing f where f.class_id = c.id and person = any (f.contributors))
        or exists (select 1 from trainee.published_contributor t where t.class_id = c.id and t.person_id = person));
end $$;
`;

/** As before, and everybody who recorded something about the trainees. */
export class KnowAllContributors1700000502302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop function casework.is_contributor(uuid, uuid)');
    await runner.query(SQL);
    await runner.query('grant execute on function casework.is_contributor(uuid, uuid) to kbt_casework, kbt_worker');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function casework.is_contributor(uuid, uuid)');
  }
}
