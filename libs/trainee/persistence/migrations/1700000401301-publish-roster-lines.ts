import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- What the policy's conditions on a person are judged by: the group as filed, and what this register itself knows (AMB-16, SUB-JC20-17).
create view trainee.published_roster_line as
  select e.class_id, e.id as enrollment_id, e.row_number, e.category, (e.enrolled_at at time zone 'Asia/Shanghai')::date as enrolled_on,
    exists (select 1 from trainee.enrollment o where o.person_id = e.person_id and o.id <> e.id and o.status = 'enrolled' and o.span && e.span) as is_in_other_class,
    (select count(distinct o.class_id)::int from trainee.enrollment o where o.person_id = e.person_id and o.class_id <> e.class_id and o.status = 'enrolled'
       and extract(year from lower(o.span)) = extract(year from lower(e.span)) and lower(o.span) < lower(e.span)) as classes_this_year
  from trainee.enrollment e where e.status = 'enrolled';
grant select on trainee.published_roster_line to kbt_institution, kbt_trainee, kbt_casework, kbt_worker;
`;

/** The lines of a roster as the conditions of a policy on a person need them. */
export class PublishRosterLines1700000401301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view trainee.published_roster_line`);
  }
}
