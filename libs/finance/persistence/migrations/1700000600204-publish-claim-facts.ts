import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- For comparing a new policy with what was claimed under the old one: facts by ids and codes, no name and no number of anybody.
create view finance.published_claim_facts as
  select s.claim_id, s.facts from finance.claim_submission s join finance.claim k on k.id = s.claim_id and k.submitted_version = s.version where k.status = 'submitted';
create view finance.published_claim_amount as
  select k.id, k.number, k.subsidy, k.region, k.settlement, k.snapshot_hash,
    coalesce((select sum(l.amount_fen) from finance.claim_line l where l.claim_id = k.id and l.state = 'included'), 0)::bigint as submitted_fen from finance.claim k;
grant select on finance.published_claim_facts, finance.published_claim_amount to kbt_casework;
`;

/** What the rulebook compares a new policy with. */
export class PublishClaimFacts1700000600204 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop view finance.published_claim_facts, finance.published_claim_amount');
  }
}
