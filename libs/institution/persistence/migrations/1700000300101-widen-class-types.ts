import type { MigrationInterface, QueryRunner } from 'typeorm';

const constrain = (types: string): string =>
  `alter table institution.training_class drop constraint training_class_class_type_check,
   add constraint training_class_class_type_check check (class_type in (${types}))`;

/** The ten ways a class is organised (requirements 2.7); which of them a place offers is said by its policy. */
export class WidenClassTypes1700000300101 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      constrain(`'order', 'project', 'universal', 'enterprise', 'entrepreneurship', 'apprenticeship', 'work-for-training', 'labour-preparation',
        'menu', 'labour-brand'`),
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(constrain(`'order', 'project', 'enterprise'`));
  }
}
