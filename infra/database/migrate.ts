import { DataSource } from 'typeorm';
import { migrations as all, type Migration } from './migrations.ts';
import { OWNER } from './roles.ts';

/**
 * Brings a database up to date; answers the names of the migrations that ran.
 * @param url a connection whose role is a member of the owner.
 */
export async function migrate(url: string, migrations: readonly Migration[] = all): Promise<string[]> {
  const source = new DataSource({
    type: 'postgres',
    url,
    schema: 'platform',
    migrations: [...migrations],
    migrationsTableName: 'migration',
    installExtensions: false,
    extra: { options: `-c role=${OWNER}` },
  });
  await source.initialize();
  try {
    return (await source.runMigrations({ transaction: 'each' })).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
