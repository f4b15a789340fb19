import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- What an act of legal effect rests on: a sign-in with a second factor, at most five minutes old (ASVS 7.5.3; reliability.md T03, I23). Both on
-- the platform's clock: identity translates the sign-in to it, so a moved sandbox clock makes nobody stale. Fails closed.
create function platform.require_second_factor(authenticated_at timestamptz, second_factor boolean) returns void language plpgsql as $$
begin
  if second_factor is not true then perform platform.refuse('SECOND_FACTOR_REQUIRED', jsonb_build_object('minutes', 5)); end if;
  if authenticated_at is null or authenticated_at < platform.now() - interval '5 minutes' or authenticated_at > platform.now() + interval '30 seconds' then
    perform platform.refuse('STEP_UP_REQUIRED');
  end if;
end $$;
`;

/** One rule for what is signed and what is released, asked by the guards of the tables. */
export class RequireSecondFactor1700000001701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function platform.require_second_factor(timestamptz, boolean)');
  }
}
