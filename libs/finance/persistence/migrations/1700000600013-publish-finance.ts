import type { MigrationInterface, QueryRunner } from 'typeorm';

const VIEWS = String.raw`
create view finance.published_claim as
  select id, class_id, number, subsidy, institution_id, region, snapshot_hash, status, submitted_version, version, package_sha256, prepared_by, amount_fen,
    ordered_fen, paid_fen from finance.claim;

create view finance.published_claim_line as select line_id, claim_id, person_id, enrollment_id, amount_fen, state from finance.claim_line;

create view finance.published_payment_order as
  select o.key, o.claim_id, o.tranche, o.generation, o.amount_fen, o.state, o.ordered_at, o.answered_on,
    (select count(*)::int from finance.payment_order_line l where l.order_id = o.id) as persons from finance.payment_order o;
`;

const PUBLISHED = ['claim', 'claim_line', 'payment_order'].map((name) => `finance.published_${name}`);
const READERS = 'kbt_institution, kbt_trainee, kbt_casework, kbt_finance, kbt_payments, kbt_worker';

const GRANTS = String.raw`
revoke execute on all functions in schema finance from public;
grant usage on schema finance to ${READERS};
grant select on ${PUBLISHED.join(', ')} to ${READERS};
grant execute on function finance.published_reserve_budget(uuid, int) to kbt_casework;
grant execute on function finance.claim_state(uuid) to kbt_finance, kbt_worker, kbt_payments;
grant execute on function finance.is_held(uuid, uuid) to kbt_payments, kbt_worker, kbt_finance;

grant select on all tables in schema finance to kbt_finance, kbt_payments, kbt_worker;
-- The HTTP process: drafts and submits claims, keeps budget lines. No counter, number, time or version is its to write.
grant insert (class_id, subsidy, institution_id, region, snapshot_hash, prepared_by), update (status, submitted_version) on finance.claim to kbt_finance;
grant insert (claim_id, version, facts, submitted_by) on finance.claim_submission to kbt_finance;
grant insert (claim_id, person_id, enrollment_id, amount_fen, explanation, state), update (amount_fen, explanation, state), delete on finance.claim_line to kbt_finance;
grant insert (fund, region, year, total_fen), update (total_fen) on finance.budget_line to kbt_finance;
-- The worker seals packages.
grant insert (claim_id, version, sha256, document, amount_fen) on finance.package_version to kbt_worker;
grant update (version, package_sha256, amount_fen) on finance.claim to kbt_worker;
grant insert (claim_id, person_id, enrollment_id, amount_fen, explanation, state), update (amount_fen, explanation, state) on finance.claim_line to kbt_worker;
-- Money on its way out is the payments role's alone.
grant insert (key, claim_id, version, payee_id, tranche, generation, amount_fen), update (state, batch_id, reason) on finance.payment_order to kbt_payments;
grant insert on finance.payment_order_line to kbt_payments;
grant insert (region, office_id, order_count, total_fen, content_sha256, built_by), update (state, released_by, file_sha256) on finance.payment_batch to kbt_payments;
grant insert (key, amount_fen, received, paid, answer), update (received, paid, answer) on finance.simulated_payment to kbt_payments;
`;

/** What the other domains may read of money, and what each role may write. */
export class PublishFinance1700000600013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VIEWS);
    await runner.query(GRANTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view ${PUBLISHED.join(', ')}`);
  }
}
