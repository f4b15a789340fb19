import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
create function casework.guard_second_factor() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  perform platform.require_second_factor(new.authenticated_at, new.second_factor);
  return new;
end $$;
create trigger signature_factor before insert on casework.signature for each row execute function casework.guard_second_factor();
revoke execute on function casework.guard_second_factor() from public;
comment on column casework.signature.second_factor is 'Whether a one-time code was given at the sign-in; since this guard always true';
`;

/** Nobody signs by a password alone, whoever writes. */
export class SignWithSecondFactor1700000501701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function casework.guard_second_factor() cascade');
  }
}
