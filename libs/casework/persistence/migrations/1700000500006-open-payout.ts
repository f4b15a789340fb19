import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- The stage of payment is finance's to open and end; its row is casework's, like every stage's. Answers the open round, or the last one's outcome.
create function casework.published_open_payout(of_claim uuid, working_days int) returns table (stage_id uuid, outcome text)
language plpgsql security definer set search_path = casework, pg_temp as $$
declare last casework.stage;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_claim::text, 20260101));
  select * into last from casework.stage s where s.case_id = of_claim order by s.ordinal desc limit 1;
  if not found then perform platform.refuse('CLAIM_UNKNOWN'); end if;
  if last.stage = 'payout' and last.outcome is distinct from 'partly-held' then return query select last.id, last.outcome; return; end if;
  if last.stage = 'payout' and exists (select 1 from casework.objection o where o.claim_id = of_claim and o.state = 'open') then
    return query select last.id, last.outcome; return;
  end if;
  if last.stage <> 'payout' and (last.stage, last.outcome) is distinct from ('finance-review', 'approved') then perform platform.refuse('STAGE_MOVED'); end if;
  return query insert into casework.stage (case_id, stage, round, ordinal, budget_days, due_on, package_version, package_sha256)
    select of_claim, 'payout', (select count(*) + 1 from casework.stage s where s.case_id = of_claim and s.stage = 'payout'), last.ordinal + 1,
      working_days, casework.due_on(working_days), last.package_version, last.package_sha256
    returning id, null::text;
  update casework.case_file set current_stage = 'payout', status = 'open' where id = of_claim;
end $$;

-- Writes the outcome of the open round of payment; a case that is paid is closed.
create function casework.published_end_payout(of_claim uuid, with_outcome text) returns void
language plpgsql security definer set search_path = casework, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(of_claim::text, 20260101));
  update casework.stage set outcome = with_outcome where case_id = of_claim and stage = 'payout' and outcome is null;
  if not found then perform platform.refuse('STAGE_ENDED'); end if;
  if with_outcome = 'paid' then update casework.case_file set status = 'closed' where id = of_claim; end if;
end $$;
revoke all on function casework.published_open_payout(uuid, int), casework.published_end_payout(uuid, text) from public;
grant execute on function casework.published_open_payout(uuid, int), casework.published_end_payout(uuid, text) to kbt_worker, kbt_payments;
`;

/** The stage of payment, opened and ended by finance through casework's own functions. */
export class OpenPayout1700000500006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function casework.published_open_payout(uuid, int), casework.published_end_payout(uuid, text)');
  }
}
