import type { MigrationInterface, QueryRunner } from 'typeorm';

const READABLE = 'rulebook.published_snapshot, rulebook.published_in_force, rulebook.published_calendar_day';

/** Policies and working days are for everybody to read. */
export class OpenRulebook1700000200501 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`grant usage on schema rulebook to kbt_public; grant select on ${READABLE} to kbt_public`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`revoke select on ${READABLE} from kbt_public; revoke usage on schema rulebook from kbt_public`);
  }
}
