import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = `
create view institution.published_directory as select id, name, region, kind from institution.institution;
grant usage on schema institution to kbt_public;
grant select on institution.published_directory to kbt_public;
`;

/** Who trains and who assesses is for everybody to read; where their money goes is not. */
export class OpenDirectory1700000300501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view institution.published_directory; revoke usage on schema institution from kbt_public');
  }
}
