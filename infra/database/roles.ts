import { Client, escapeIdentifier, escapeLiteral } from 'pg';

/** Owns every schema; nobody signs in as it. */
export const OWNER = 'kbt_owner';
/** Runs migrations and seeds; not used by any serving process. */
export const MIGRATE = 'kbt_migrate';
/** One sign-in a process and purpose (design section 5). None is a superuser, none passes row-level security. `public` reads what anybody may. */
export const serviceRoles = ['institution', 'trainee', 'casework', 'finance', 'payments', 'identity', 'worker', 'public'] as const;
export type ServiceRole = (typeof serviceRoles)[number];

export const schemas = ['platform', 'rulebook', 'identity', 'institution', 'trainee', 'casework', 'finance'] as const;

export type Passwords = Readonly<Record<ServiceRole | 'migrate', string>>;

const ATTRIBUTES = 'nosuperuser nocreatedb nocreaterole noreplication nobypassrls';

async function ensureRole(client: Client, name: string, login: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  await client.query(`${rowCount ? 'alter' : 'create'} role ${escapeIdentifier(name)} ${login} ${ATTRIBUTES}`);
}

/** Creates the roles of the cluster, or sets their passwords anew; safe to repeat. */
export async function ensureRoles(client: Client, passwords: Passwords): Promise<void> {
  await ensureRole(client, OWNER, 'nologin');
  await ensureRole(client, MIGRATE, `login password ${escapeLiteral(passwords.migrate)}`);
  await client.query(`grant ${OWNER} to ${MIGRATE}`);
  for (const role of serviceRoles) await ensureRole(client, `kbt_${role}`, `login password ${escapeLiteral(passwords[role])}`);
}

/** Creates a database of ours with its empty schemas; safe to repeat. `client` is a superuser on any database of the cluster. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!rowCount) await client.query(`create database ${escapeIdentifier(name)} owner ${OWNER} encoding 'UTF8' template template0`);
  await client.query(`revoke all on database ${escapeIdentifier(name)} from public`);
  const everyone = [MIGRATE, ...serviceRoles.map((role) => `kbt_${role}`)].join(', ');
  await client.query(`grant connect on database ${escapeIdentifier(name)} to ${everyone}`);
}

/** Prepares an empty database of ours: schemas, the extension exclusion constraints need, nothing for the public. */
export async function ensureSchemas(client: Client): Promise<void> {
  await client.query('revoke all on schema public from public');
  await client.query('create extension if not exists btree_gist');
  await client.query(`grant usage on schema public to ${OWNER}, ${serviceRoles.map((role) => `kbt_${role}`).join(', ')}`);
  for (const schema of schemas) await client.query(`create schema if not exists ${schema} authorization ${OWNER}`);
}
