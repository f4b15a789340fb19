import type { MigrationInterface } from 'typeorm';
import { migrations as casework } from '../../libs/casework/persistence/migrations/index.ts';
import { migrations as finance } from '../../libs/finance/persistence/migrations/index.ts';
import { migrations as identity } from '../../libs/identity/persistence/migrations/index.ts';
import { migrations as institution } from '../../libs/institution/persistence/migrations/index.ts';
import { migrations as platform } from '../../libs/platform/persistence/migrations/index.ts';
import { migrations as rulebook } from '../../libs/rulebook/persistence/migrations/index.ts';
import { migrations as trainee } from '../../libs/trainee/persistence/migrations/index.ts';

export type Migration = new () => MigrationInterface;

/** Every schema's migrations; they run in the order of the timestamps in their names, across schemas. */
export const migrations: readonly Migration[] = [
  ...platform,
  ...rulebook,
  ...identity,
  ...institution,
  ...trainee,
  ...casework,
  ...finance,
];
