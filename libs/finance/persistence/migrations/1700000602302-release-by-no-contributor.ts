import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Beside the guard of a batch: whose input is in a claim releases none of its money (design section 5).
create function finance.guard_releaser() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if exists (select 1 from finance.payment_order o where o.batch_id = new.id and casework.is_contributor(o.claim_id, new.released_by)) then
    perform platform.refuse('BATCH_CONTRIBUTOR');
  end if;
  return new;
end $$;
create trigger batch_releaser_guard before update on finance.payment_batch for each row when (old.state = 'draft' and new.state = 'released')
  execute function finance.guard_releaser();
revoke execute on function finance.guard_releaser() from public;
`;

/** Nobody releases money for what they filed or recorded, whoever writes. */
export class ReleaseByNoContributor1700000602302 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function finance.guard_releaser() cascade');
  }
}
