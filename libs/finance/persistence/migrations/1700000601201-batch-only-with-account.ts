import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- A batch holds only orders that can be sent: an account that is not on record would stall everybody else's money (AMB-58).
create function finance.guard_order_account() returns trigger language plpgsql security definer set search_path = finance, pg_temp as $$
declare has_account boolean; payee text;
begin
  select case k.payee_kind when 'subject' then s.account_cipher is not null else i.payee_account_cipher is not null end, coalesce(s.payee_shown, i.name)
    into has_account, payee
    from finance.claim k left join institution.published_institution i on i.id = k.institution_id
    left join finance.claim_subject s on k.payee_kind = 'subject' and s.claim_id = k.id and s.person_id = new.payee_id
    where k.id = new.claim_id;
  if has_account is not true then
    perform platform.refuse('ORDER_NO_ACCOUNT', jsonb_build_object('key', new.key, 'payee', coalesce(payee, '')));
  end if;
  return new;
end $$;
create trigger order_account_guard before update of batch_id on finance.payment_order for each row
  when (new.batch_id is not null and new.batch_id is distinct from old.batch_id) execute function finance.guard_order_account();
revoke execute on function finance.guard_order_account() from public;
`;

/** No order without an account gets into a batch, whoever writes. */
export class BatchOnlyWithAccount1700000601201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function finance.guard_order_account() cascade');
  }
}
