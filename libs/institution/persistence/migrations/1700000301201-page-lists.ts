import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Lists are read page by page, in the order people see them.
create index material_page on institution.material (class_id, filing_kind, slot, id) where removed_at is null;
create index teacher_page on institution.teacher (institution_id, registered_at, id);
`;

/** The orders in which lists are paged. */
export class PageLists1700000301201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop index institution.material_page, institution.teacher_page`);
  }
}
