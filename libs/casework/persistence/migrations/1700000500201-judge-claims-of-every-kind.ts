import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Whether a natural person had a hand in a claim or in one of its classes: recorded here, in the filings, or in the claim itself.
create or replace function casework.is_contributor(of_claim uuid, person uuid) returns boolean
language sql stable security definer set search_path = casework, pg_temp as $$
  select exists (select 1 from finance.published_claim_contributor c where c.claim_id = of_claim and c.person_id = person)
    or exists (select 1 from casework.contributor k where k.person_id = person
      and k.case_id in (select of_claim union select x.class_id from finance.published_claim_class x where x.claim_id = of_claim))
    or exists (select 1 from institution.published_filing f join finance.published_claim_class x on x.class_id = f.class_id
      where x.claim_id = of_claim and person = any (f.contributors))
$$;

-- As before; of a subsidy that no class type's process names, the longest notice among all of them, so that nobody is published too briefly.
create or replace function casework.notice_working_days(of_snapshot text, of_class uuid, of_subsidy text) returns int
language sql stable security definer set search_path = casework, pg_temp as $$
  with process as (
    select p.key, p.value -> 'subsidies' ? of_subsidy as names, (p.value #>> '{claim,publicNotice,workingDays,value}')::int as days
    from rulebook.published_snapshot s, jsonb_each(s.document::jsonb -> 'process') p where s.hash::text = of_snapshot)
  select case when of_class is null then coalesce((select max(days) from process where names), (select max(days) from process))
    else (select days from process where key = (select class_type from institution.published_class where id = of_class)) end
$$;

-- A unit has no identity number to mask.
alter table casework.public_notice_line drop constraint public_notice_line_id_number_shown_check;
alter table casework.public_notice_line add constraint public_notice_line_id_number_shown_check check (id_number_shown = '' or id_number_shown like '%*%');
`;

/** Claims over several classes, without a class, and about units. */
export class JudgeClaimsOfEveryKind1700000500201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('set check_function_bodies = off'); // the finance views these functions read are created later
    await runner.query(SQL);
    await runner.query('reset check_function_bodies');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table casework.public_notice_line drop constraint public_notice_line_id_number_shown_check;
       alter table casework.public_notice_line add constraint public_notice_line_id_number_shown_check check (id_number_shown like '%*%')`,
    );
  }
}
