import { randomBytes } from 'node:crypto';
import { Client, escapeIdentifier } from 'pg';
import { migrate } from '../../infra/database/migrate.ts';
import { ensureDatabase, ensureRoles, ensureSchemas, serviceRoles, type ServiceRole } from '../../infra/database/roles.ts';

/** Every test database lives in a working week whose year's holidays are announced, whatever the day on the wall: a Monday morning. */
const BEGINS_AT = '2026-03-02T09:00:00+08:00';
const TEMPLATE = 'kbt_template';

export interface TestDatabase {
  /** Connection of each service role. */
  readonly urls: Readonly<Record<ServiceRole, string>>;
  /** A superuser's connection, for planting what no role may. */
  readonly admin: string;
}

function urlOf(database: string, user?: string): string {
  const url = new URL(process.env['KBT_TEST_POSTGRES'] ?? '');
  url.pathname = `/${database}`;
  if (user !== undefined) {
    url.username = user;
    url.password = process.env['KBT_TEST_PASSWORD'] ?? '';
  }
  return url.href;
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(url);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Builds the migrated database all test databases are copies of; once a run.
 * @param fill puts into it what every suite needs; it gets a superuser's connection.
 */
export async function buildTemplate(fill: (url: string) => Promise<void>): Promise<void> {
  const password = process.env['KBT_TEST_PASSWORD'] ?? '';
  const passwords = Object.fromEntries([...serviceRoles, 'migrate'].map((role) => [role, password])) as Record<
    ServiceRole | 'migrate',
    string
  >;
  await withClient(urlOf('postgres'), async (client) => {
    await ensureRoles(client, passwords);
    await ensureDatabase(client, TEMPLATE);
  });
  await withClient(urlOf(TEMPLATE), ensureSchemas);
  await migrate(urlOf(TEMPLATE));
  await withClient(urlOf(TEMPLATE), (client) => client.query(`set role kbt_owner; call platform.enable_sandbox('${BEGINS_AT}')`));
  await fill(urlOf(TEMPLATE));
}

/**
 * A fresh migrated database, and this process configured to use it: `new Database('casework')` and Nest modules connect to it. It goes with the
 * cluster at the end of the run and not before: ext4 leaves the inodes of files deleted within minutes alone, and to look for others beside
 * hundreds of them costs each later database a second.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withClient(urlOf('postgres'), (client) => client.query(`create database ${escapeIdentifier(name)} template ${TEMPLATE}`));
  const urls = Object.fromEntries(serviceRoles.map((role) => [role, urlOf(name, `kbt_${role}`)])) as Record<ServiceRole, string>;
  for (const [role, url] of Object.entries(urls)) process.env[`DATABASE_URL_${role.toUpperCase()}`] = url;
  return { urls, admin: urlOf(name) };
}
