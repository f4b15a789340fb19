import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Whom an objection holds, or a decision leaves out, is not paid by an order that waits already: finance stops it in the same transaction (AMB-05).
create function casework.stop_orders() returns trigger language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  perform finance.published_stop_orders(new.claim_id);
  return null;
end $$;
create trigger objection_stops_orders after insert on casework.objection for each row execute function casework.stop_orders();
create trigger exclusion_stops_orders after insert on casework.line_exclusion for each row execute function casework.stop_orders();

-- Money that came back after a claim was paid: its payment is open again, in a round of its own, as long as before.
create function casework.published_reopen_payout(of_claim uuid) returns void
language plpgsql security definer set search_path = casework, pg_temp as $$
declare last casework.stage;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_claim::text, 20260101));
  select * into last from casework.stage s where s.case_id = of_claim order by s.ordinal desc limit 1;
  if last.stage is distinct from 'payout' or last.outcome is null then return; end if;
  insert into casework.stage (case_id, stage, round, ordinal, budget_days, due_on, package_version, package_sha256)
    values (of_claim, 'payout', last.round + 1, last.ordinal + 1, last.budget_days, casework.due_on(last.budget_days), last.package_version, last.package_sha256);
  update casework.case_file set current_stage = 'payout', status = 'open' where id = of_claim;
end $$;
revoke all on function casework.stop_orders(), casework.published_reopen_payout(uuid) from public;
`;

/** Objections and money that come after a claim was approved. */
export class ObjectionsAfterApproval1700000502201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function casework.stop_orders() cascade; drop function casework.published_reopen_payout(uuid)');
  }
}
