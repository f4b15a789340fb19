import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync } from 'node:fs';
import path from 'node:path';
import { Database } from '#libs/platform';
import { seedRulebook } from '#libs/rulebook';
import { cluster } from '../../infra/database/postgres-server.ts';
import { Children } from '../../infra/local/children.ts';
import { root } from '../../infra/local/folders.ts';
import { installationPorts } from '../../infra/local/ports.ts';
import { ensureSecrets } from '../../infra/local/secrets.ts';
import { temporalPorts } from '../../infra/temporal/server-config.ts';
import { temporalServer } from '../../infra/temporal/temporal-server.ts';
import { startProduct } from '../../test/browser/support/product.ts';
import { buildTemplate } from './database.ts';
import type { TestRun } from './test-run.ts';

/** Nothing of a test run has to survive a power cut. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };
const NAMESPACE = 'kaibantong-test';

interface JestConfig {
  readonly testPathPatterns?: { readonly patterns: readonly string[] };
}

/** Only tests of the roads (workflows, test) need Temporal; a run limited to other folders does not wait for it. */
function needsTemporal({ testPathPatterns }: JestConfig): boolean {
  const patterns = testPathPatterns?.patterns ?? [];
  return patterns.length === 0 || patterns.some((pattern) => !/(libs|apps|infra)\//.test(pattern));
}

/** Specs in `test/browser` share one running product. It is up before the first suite: with one worker Jest runs suites in this very process. */
function needsProduct({ testPathPatterns }: JestConfig): boolean {
  const patterns = testPathPatterns?.patterns ?? [];
  return patterns.length === 0 || patterns.some((pattern) => pattern.includes('browser') || /^(\.\/)?test\/?$/.test(pattern));
}

/** Reading every policy costs a second: it is done once, not by each suite. */
async function registerPolicies(template: string): Promise<void> {
  const owner = new Database('identity', [], template);
  await seedRulebook(owner).finally(() => owner.close());
}

/** Starts what every suite shares, before Jest starts its workers: a PostgreSQL and, where needed, a Temporal server of their own. */
export default async function setup(jest: JestConfig): Promise<void> {
  mkdirSync(path.join(root, '.test'), { recursive: true });
  const folder = mkdtempSync(path.join(root, '.test', 'run-'));
  Children.own(folder);
  for (const name of ['logs', 'files', 'temporal']) mkdirSync(path.join(folder, name));
  const { secrets, keyFile } = ensureSecrets(folder);
  const ports = await installationPorts(path.join(folder, 'ports.json'), ['postgres', ...temporalPorts]);
  const children = new Children(folder, (name) => process.stderr.write(`${name} ended during the tests\n`));
  const pg = cluster({ folder: path.join(folder, 'postgres'), port: ports.postgres, password: secrets.postgres, settings: careless });
  (globalThis as { kbtTestRun?: TestRun }).kbtTestRun = { folder, clusterFolder: pg.folder, children };
  Object.assign(process.env, {
    KBT_TEST_RUN: folder,
    KBT_TEST_POSTGRES: pg.url('postgres'),
    KBT_TEST_PASSWORD: randomBytes(12).toString('hex'),
    KBT_KEYS: keyFile,
    KBT_FILES: path.join(folder, 'files'),
    KBT_POLICIES: path.join(root, 'policies'),
    KBT_WORKFLOW_BUNDLE: path.join(root, '.test', 'workflows.js'),
    KBT_PROFILE: 'sandbox',
    KBT_BANK: 'simulator',
    PUBLIC_URL: 'http://127.0.0.1:4100',
    LOG_LEVEL: 'silent',
    DATABASE_POOL: '3',
  });
  const run = (globalThis as { kbtTestRun?: TestRun }).kbtTestRun;
  await children.start(pg.child);
  await buildTemplate(registerPolicies);
  if (run && needsProduct(jest)) {
    const own = { ...process.env }; // the product's demonstration data are made in this process, under its environment
    run.stopProduct = await startProduct(folder);
    Object.assign(process.env, own);
  }
  if (!needsTemporal(jest)) return;
  const database = { host: '127.0.0.1', port: ports.postgres, user: 'temporal', password: secrets.temporal };
  const databases = { core: 'temporal', visibility: 'temporal_visibility' };
  const config = { ports, database, databases, shards: 4, folder: path.join(folder, 'temporal') };
  const { address, child } = await temporalServer(pg.url('postgres'), config, NAMESPACE);
  await children.start(child);
  process.env['KBT_TEST_TEMPORAL'] = address;
}
