import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import type { TemporalBinaries } from './binaries.ts';
import type { TemporalConfig } from './server-config.ts';

const run = promisify(execFile);

async function ensureDatabase(admin: string, name: string, user: string, password: string): Promise<void> {
  const client = new Client(admin);
  await client.connect();
  try {
    const role = await client.query('select 1 from pg_roles where rolname = $1', [user]);
    await client.query(`${role.rowCount ? 'alter' : 'create'} role ${escapeIdentifier(user)} login password ${escapeLiteral(password)}`);
    const database = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (!database.rowCount) await client.query(`create database ${escapeIdentifier(name)} owner ${escapeIdentifier(user)}`);
  } finally {
    await client.end();
  }
}

/**
 * Brings both of Temporal's databases to the schema of the server's version; safe to repeat, also after an interrupted start.
 * @param admin a superuser's connection to the cluster.
 */
export async function ensureTemporalSchema(admin: string, { sqlTool }: TemporalBinaries, config: TemporalConfig): Promise<void> {
  const { host, port, user, password } = config.database;
  for (const [name, schema] of [
    [config.databases.core, 'temporal'],
    [config.databases.visibility, 'visibility'],
  ] as const) {
    await ensureDatabase(admin, name, user, password);
    const tool = (...args: string[]) =>
      run(sqlTool, ['--plugin', 'postgres12_pgx', '--endpoint', host, '--port', String(port), '--user', user, '--db', name, ...args], {
        cwd: '/',
        env: { ...process.env, SQL_PASSWORD: password },
      });
    if (!(await hasSchema(admin, name))) await tool('setup-schema', '-v', '0.0');
    await tool('update-schema', '--schema-name', `postgresql/v12/${schema}`);
  }
}

async function hasSchema(admin: string, database: string): Promise<boolean> {
  const url = new URL(admin);
  url.pathname = `/${database}`;
  const client = new Client(url.href);
  await client.connect();
  try {
    return (
      (await client.query<{ found: boolean }>(`select to_regclass('public.schema_version') is not null as found`)).rows[0]?.found ?? false
    );
  } finally {
    await client.end();
  }
}
