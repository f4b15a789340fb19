import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { Client } from 'pg';
import { temporalNamespace } from '#libs/contracts';
import { migrate } from '../database/migrate.ts';
import { cluster, type Cluster } from '../database/postgres-server.ts';
import { ensureDatabase, ensureRoles, ensureSchemas, OWNER, serviceRoles } from '../database/roles.ts';
import { temporalPorts } from '../temporal/server-config.ts';
import { ensureNamespace } from '../temporal/namespace.ts';
import { temporalServer } from '../temporal/temporal-server.ts';
import { Children } from './children.ts';
import { root } from './folders.ts';
import { nodeProcess } from './node-process.ts';
import { PlainError } from './plain-error.ts';
import { installationPorts, isFree } from './ports.ts';
import { say, step } from './progress.ts';
import { requireRoom } from './room.ts';
import { ensureSecrets } from './secrets.ts';
import { rememberEnvironment } from './environment.ts';
import { seed } from './seed.ts';

const DATABASE = 'kaibantong';
/** Where the county process would like to listen the first time. */
const HTTP_PORT = 4100;
const TEMPORAL_DATABASES = { core: 'temporal', visibility: 'temporal_visibility' } as const;

export interface StackOptions {
  /** Where the installation keeps its state. */
  readonly folder: string;
  /** Port the county process must have; without one it would like 4100 the first time and takes a free one. */
  readonly port?: number;
  /** Instant at which a new sandbox begins; now unless told. A sandbox that exists keeps its clock. */
  readonly beginsAt?: string;
  /** Settings of PostgreSQL; tests and benchmarks switch durability off. */
  readonly postgres?: Readonly<Record<string, string | number>>;
  /** More environment for the county process and the worker. */
  readonly env?: NodeJS.ProcessEnv;
  /** Called when one of the processes ends on its own. */
  readonly onEnd?: (name: string, code: number | null) => void;
}

export interface Stack {
  readonly url: string;
  readonly temporalAddress: string;
  /** The environment its processes run with. */
  readonly env: NodeJS.ProcessEnv;
  /** A superuser's connection to the business database. */
  readonly admin: string;
  readonly cluster: Cluster;
  readonly children: Children;
  /** Kills a process of ours and starts it again, as a supervisor does after a crash. */
  restart(name: 'county' | 'worker'): Promise<void>;
  /** Kills Temporal and starts it again; with `erase` both its databases are dropped before. */
  restartTemporal(options: { readonly erase: boolean }): Promise<void>;
  stop(): Promise<void>;
}

async function requireAlone(folder: string): Promise<void> {
  const owner = Children.ownerOf(folder);
  if (owner !== undefined)
    throw new PlainError(`开班通 already runs from ${folder} (process ${owner}): stop it first, or set KBT_DATA to another folder.`);
  const leftovers = await Children.endLeftovers(folder);
  if (leftovers.length > 0) say(`  an earlier start had left ${leftovers.join(', ')} running; ended`);
  Children.own(folder);
}

/** Asked once what an earlier start had left behind is ended: that may be what listened there. */
async function requirePort(port: number | undefined): Promise<void> {
  if (port !== undefined && !(await isFree(port)))
    throw new PlainError(`Port ${port} is in use: stop what listens there, or choose another PORT.`);
}

async function prepareDatabase(
  admin: string,
  business: string,
  passwords: Parameters<typeof ensureRoles>[1],
  migrateUrl: string,
  beginsAt: string | undefined,
): Promise<string[]> {
  const client = new Client(admin);
  await client.connect();
  try {
    await ensureRoles(client, passwords);
    await ensureDatabase(client, DATABASE);
  } finally {
    await client.end();
  }
  const own = new Client(business);
  await own.connect();
  try {
    await ensureSchemas(own);
    const names = await migrate(migrateUrl);
    await own.query(`set role ${OWNER}`);
    await own.query('call platform.enable_sandbox($1)', [beginsAt ?? null]);
    return names;
  } finally {
    await own.end();
  }
}

/** Brings up everything: database, Temporal, schemas, demonstration data, the county process and the worker. A failure stops what had started. */
export async function bringUp(options: StackOptions): Promise<Stack> {
  const { folder } = options;
  for (const name of ['logs', 'files', 'temporal']) mkdirSync(path.join(folder, name), { recursive: true });
  requireRoom(folder);
  await requireAlone(folder);
  await requirePort(options.port);
  const children = new Children(folder, options.onEnd ?? (() => undefined));
  try {
    return await bringUpWith(children, options);
  } catch (error) {
    await children.stop();
    throw error;
  }
}

async function bringUpWith(children: Children, options: StackOptions): Promise<Stack> {
  const { folder } = options;
  const { secrets, keyFile } = ensureSecrets(folder);
  const names = ['http', 'postgres', ...temporalPorts] as const;
  const ports = await installationPorts(path.join(folder, 'ports.json'), names, { http: HTTP_PORT }, { http: options.port });
  const pg = cluster({
    folder: path.join(folder, 'postgres'),
    port: ports.postgres,
    password: secrets.postgres,
    settings: options.postgres,
  });
  await step('PostgreSQL', () => children.start(pg.child));
  const admin = pg.url('postgres');
  const migrateUrl = pg.url(DATABASE, 'kbt_migrate', secrets.roles.migrate);
  await step('database schemas', () => prepareDatabase(admin, pg.url(DATABASE), secrets.roles, migrateUrl, options.beginsAt));
  const engine: TemporalOptions = { ...options, ports, password: secrets.temporal };
  const address = await startTemporal(children, admin, engine);
  const url = `http://127.0.0.1:${ports.http}`;
  const env: NodeJS.ProcessEnv = {
    ...process.env,
    ...Object.fromEntries(
      serviceRoles.map((role) => [`DATABASE_URL_${role.toUpperCase()}`, pg.url(DATABASE, `kbt_${role}`, secrets.roles[role])]),
    ),
    TEMPORAL_ADDRESS: address,
    KBT_KEYS: keyFile,
    KBT_FILES: path.join(folder, 'files'),
    KBT_PROFILE: 'sandbox',
    KBT_POLICIES: path.join(root, 'policies'),
    KBT_CONSOLE: path.join(root, 'dist', 'console'),
    KBT_WORKFLOW_BUNDLE: path.join(folder, 'workflows.js'),
    KBT_BANK: 'simulator',
    PORT: String(ports.http),
    PUBLIC_URL: url,
    LOG_LEVEL: 'warn',
    ...options.env,
  };
  rememberEnvironment(folder, env);
  await step('policies and demonstration data', () => seed(env, migrateUrl));
  await step('the county process and the worker', () =>
    Promise.all([children.start(nodeProcess('county', env)), children.start(nodeProcess('worker', env))]),
  );
  const restart = async (name: 'county' | 'worker'): Promise<void> => {
    await children.kill(name);
    await children.start(nodeProcess(name, env));
  };
  const restartTemporal = async ({ erase }: { readonly erase: boolean }): Promise<void> => {
    await children.kill('temporal');
    if (erase) await dropDatabases(admin, TEMPORAL_DATABASES);
    await startTemporal(children, admin, engine);
  };
  const stop = () => children.stop();
  return { url, temporalAddress: address, env, admin: pg.url(DATABASE), cluster: pg, children, restart, restartTemporal, stop };
}

async function dropDatabases(admin: string, { core, visibility }: typeof TEMPORAL_DATABASES): Promise<void> {
  const client = new Client(admin);
  await client.connect();
  try {
    for (const name of [core, visibility]) await client.query(`drop database ${name} with (force)`);
  } finally {
    await client.end();
  }
}

interface TemporalOptions extends StackOptions {
  readonly ports: Awaited<ReturnType<typeof installationPorts<'http' | 'postgres' | (typeof temporalPorts)[number]>>>;
  readonly password: string;
}

async function startTemporal(children: Children, admin: string, { folder, ports, password }: TemporalOptions): Promise<string> {
  const external = process.env['TEMPORAL_ADDRESS'];
  if (external !== undefined && external !== '') {
    await step(`Temporal at ${external}`, () => ensureNamespace(external, temporalNamespace, AbortSignal.timeout(20_000)));
    return external;
  }
  const { address, child } = await temporalServer(
    admin,
    {
      ports,
      database: { host: '127.0.0.1', port: ports.postgres, user: 'temporal', password },
      databases: TEMPORAL_DATABASES,
      shards: 4,
      folder: path.join(folder, 'temporal'),
    },
    temporalNamespace,
  );
  await step('Temporal', () => children.start(child));
  return address;
}
