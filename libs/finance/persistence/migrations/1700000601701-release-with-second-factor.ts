import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
alter table finance.payment_batch add column release_authenticated_at timestamptz, add column release_second_factor boolean;
comment on column finance.payment_batch.release_authenticated_at is 'When the releasing person signed in, on the platform''s clock; empty for what was released before this column';
grant update (release_authenticated_at, release_second_factor) on finance.payment_batch to kbt_payments;

-- Money leaves by a batch: its release is proved as a signature is, and the proof stays as it was.
create function finance.guard_release_factor() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if old.state = 'draft' and new.state = 'released' then
    perform platform.require_second_factor(new.release_authenticated_at, new.release_second_factor);
  elsif (new.release_authenticated_at, new.release_second_factor) is distinct from (old.release_authenticated_at, old.release_second_factor) then
    perform platform.refuse('BATCH_FIXED');
  end if;
  return new;
end $$;
create trigger batch_factor before update on finance.payment_batch for each row execute function finance.guard_release_factor();
revoke execute on function finance.guard_release_factor() from public;
`;

/** Nobody releases a batch by a password alone, whoever writes. */
export class ReleaseWithSecondFactor1700000601701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function finance.guard_release_factor() cascade;
      alter table finance.payment_batch drop column release_authenticated_at, drop column release_second_factor`);
  }
}
