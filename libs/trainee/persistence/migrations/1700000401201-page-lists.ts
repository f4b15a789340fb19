import type { MigrationInterface, QueryRunner } from 'typeorm';

const SQL = String.raw`
-- Lists are read page by page, in the order people see them.
create index assessment_result_page on trainee.assessment_result (class_id, enrollment_id);
create index employment_proof_page on trainee.employment_proof (class_id, id);
drop index trainee.assessment_result_class, trainee.employment_proof_class;
`;

/** The orders in which lists are paged. */
export class PageLists1700000401201 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SQL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `drop index trainee.assessment_result_page, trainee.employment_proof_page;
       create index assessment_result_class on trainee.assessment_result (class_id);
       create index employment_proof_class on trainee.employment_proof (class_id)`,
    );
  }
}
