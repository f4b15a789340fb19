import { seedFinance } from '#libs/finance';
import { seedIdentity } from '#libs/identity';
import { seedInstitutions } from '#libs/institution';
import { config, Database } from '#libs/platform';
import { seedRulebook } from '#libs/rulebook';
import { OWNER } from '../database/roles.ts';

/** Registers the policies and calendars, and makes the demonstration world of the sandbox; safe to repeat. */
export async function seed(env: NodeJS.ProcessEnv, migrateUrl: string): Promise<void> {
  for (const name of ['KBT_KEYS', 'KBT_PROFILE', 'KBT_POLICIES', 'PUBLIC_URL']) process.env[name] = env[name];
  config.forgetKeys();
  const url = new URL(migrateUrl);
  url.searchParams.set('options', `-c role=${OWNER}`);
  const database = new Database('identity', [], url.href);
  try {
    await seedRulebook(database);
    await database.transaction(seedIdentity);
    await database.transaction(seedInstitutions);
    await database.transaction(seedFinance);
  } finally {
    await database.close();
  }
}
