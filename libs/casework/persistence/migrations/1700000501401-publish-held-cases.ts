import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Cases that stand still with an open alarm, and why: the administrator of what is missing reads it before and after putting it in force.
create view casework.published_held_case as
  select c.id as case_id, c.kind, c.number, c.title, c.region, t.reason, t.opened_at
  from casework.task t join casework.case_file c on c.id = t.case_id where t.closed_at is null and t.kind = 'alarm' and c.status = 'open';
grant select on casework.published_held_case to kbt_casework;
`;

/** Which cases wait for something nobody has said yet. */
export class PublishHeldCases1700000501401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view casework.published_held_case');
  }
}
