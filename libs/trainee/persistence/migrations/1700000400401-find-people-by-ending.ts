import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Searching for a person by name and the last four of their number: the four signs come from an index, the name is compared after decryption. */
export class FindPeopleByEnding1700000400401 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create index person_ending on trainee.person (right(masked_id_number, 4))`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index trainee.person_ending`);
  }
}
