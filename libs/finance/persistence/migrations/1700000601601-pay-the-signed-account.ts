import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- The institution's account an order goes to: the one in the package that was signed, whatever was changed since. Only an order made anew, after the
-- bank sent the money back or refused the account, goes to the account in force now, on which two people agreed (F19).
create function finance.order_account(of_order uuid) returns table (name text, bank text, cipher bytea, masked text)
language sql stable security definer set search_path = finance, pg_temp as $$
  select a.name, a.bank, a.cipher, a.masked
  from finance.payment_order o join finance.claim k on k.id = o.claim_id and k.payee_kind = 'applicant'
    join institution.published_institution i on i.id = k.institution_id
    left join finance.package_version v on v.claim_id = o.claim_id and v.version = o.version
    join institution.published_payee_account a on a.institution_id = k.institution_id and a.fingerprint = case
      when o.generation = 0 then coalesce(v.document::jsonb #>> '{payee,fingerprint}', encode(sha256(i.payee_account_cipher), 'hex'))
      else encode(sha256(i.payee_account_cipher), 'hex') end
  where o.id = of_order limit 1
$$;
revoke execute on function finance.order_account(uuid) from public;
grant execute on function finance.order_account(uuid) to kbt_finance, kbt_payments;
`;

/** An account that is changed between the signatures and the bank file changes nothing that was signed. */
export class PayTheSignedAccount1700000601601 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function finance.order_account(uuid)');
  }
}
