import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Lists are read page by page, in the order people see them.
create index budget_line_page on finance.budget_line ((-year), region, fund);
create index claim_material_page on finance.claim_material (claim_id, slot, id) where removed_at is null;
`;

/** The orders in which lists are paged. */
export class PageLists1700000601202 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index finance.budget_line_page, finance.claim_material_page`);
  }
}
