import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Beside the guard of an order, which wants two: as many handlers as the sign-off of the package asks for.
create function finance.guard_order_signers() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
begin
  if casework.published_is_signed(new.claim_id, new.version) is not true then perform platform.refuse('ORDER_UNSIGNED'); end if;
  return new;
end $$;
create trigger order_signers_guard before insert on finance.payment_order for each row execute function finance.guard_order_signers();
revoke execute on function finance.guard_order_signers() from public;
`;

/** A policy of three signers is not paid on two signatures, whoever writes. */
export class OrderOnAllSignatures1700000602301 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function finance.guard_order_signers() cascade');
  }
}
