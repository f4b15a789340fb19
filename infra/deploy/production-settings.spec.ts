import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Client } from 'pg';
import { parse } from 'yaml';
import { Children } from '../local/children.ts';
import { installationPorts } from '../local/ports.ts';
import { temporalBinaries } from '../temporal/binaries.ts';
import { ensureNamespace } from '../temporal/namespace.ts';
import { ensureTemporalSchema } from '../temporal/schema.ts';
import { temporalPorts, writeTemporalConfig, type TemporalConfig } from '../temporal/server-config.ts';
import { serverSettings } from '../temporal/server-settings.ts';
import { productionSettings, renderSettings } from './production-settings.ts';

const COMMITTED = path.join(__dirname, 'temporal-server.yaml');
const databases = { core: 'temporal_production', visibility: 'temporal_production_visibility' };

/** Every place of a configuration with what stands there. */
function places(node: unknown, at = ''): [string, unknown][] {
  if (typeof node !== 'object' || node === null) return [[at, node]];
  return Object.entries(node).flatMap(([name, value]) => places(value, at === '' ? name : `${at}.${name}`));
}

async function asAdmin<T>(work: (client: Client) => Promise<T>, database = 'postgres'): Promise<T> {
  const url = new URL(process.env['KBT_TEST_POSTGRES'] ?? '');
  url.pathname = `/${database}`;
  const client = new Client(url.href);
  await client.connect();
  return work(client).finally(() => client.end());
}

describe('the production settings of the engine', () => {
  let folder: string;
  let local: TemporalConfig;
  let children: Children;
  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'kbt-production-'));
    mkdirSync(path.join(folder, 'logs'));
    const { hostname, port } = new URL(process.env['KBT_TEST_POSTGRES'] ?? '');
    const ports = await installationPorts(path.join(folder, 'ports.json'), temporalPorts);
    const database = { host: hostname, port: Number(port), user: 'temporal_production', password: 'a"quoted":word#9' };
    local = { ports, database, databases, shards: 4, folder };
    children = new Children(folder, () => undefined);
  });
  afterAll(async () => {
    await children.stop();
    await asAdmin(async (client) => {
      for (const name of Object.values(databases)) await client.query(`drop database if exists ${name} with (force)`);
      await client.query('drop role if exists temporal_production');
    });
    rmSync(folder, { recursive: true, force: true });
  });

  it('are the committed file (KBT_WRITE_SETTINGS=1 writes it anew)', () => {
    const text = renderSettings(productionSettings);
    if (process.env['KBT_WRITE_SETTINGS'] === '1') writeFileSync(COMMITTED, text);
    expect(text).toBe(readFileSync(COMMITTED, 'utf8'));
  });

  it('differ from those of one machine in shards, pools, addresses and encryption alone', () => {
    const here = new Map(places(parse(readFileSync(writeTemporalConfig(local), 'utf8'))));
    const there = new Map(places(serverSettings(productionSettings)));
    const names = [...new Set([...here.keys(), ...there.keys()])].filter((name) => here.get(name) !== there.get(name));
    const of = (name: string) =>
      name.replace(/(frontend|history|matching|worker)(?=\.rpc)/, '*').replace(/datastores\.(core|visibility)/, 'datastores.*');
    expect([...new Set(names.map(of))].sort()).toEqual([
      'clusterMetadata.clusterInformation.active.rpcAddress',
      'dynamicConfigClient.filepath',
      'global.membership.broadcastAddress',
      'log.level',
      'persistence.datastores.*.sql.connectAddr',
      'persistence.datastores.*.sql.databaseName',
      'persistence.datastores.*.sql.maxConns',
      'persistence.datastores.*.sql.maxIdleConns',
      'persistence.datastores.*.sql.password',
      'persistence.datastores.*.sql.tls.enableHostVerification',
      'persistence.datastores.*.sql.tls.enabled',
      'persistence.datastores.*.sql.user',
      'persistence.numHistoryShards',
      'services.*.rpc.bindOnIP',
      'services.*.rpc.grpcPort',
      'services.*.rpc.membershipPort',
    ]);
    expect(there.get('persistence.numHistoryShards')).toBe(512);
    expect(readFileSync(COMMITTED, 'utf8')).toMatch(/password: \{\{ env `TEMPORAL_DATABASE_PASSWORD` \| quote \}\}\n/);
  });

  it('are taken by the server: it fills them in from its environment and keeps 512 shards for good', async () => {
    const binaries = await temporalBinaries();
    await ensureTemporalSchema(process.env['KBT_TEST_POSTGRES'] ?? '', binaries, local);
    writeTemporalConfig(local); // the dynamic configuration beside it
    // As in production, but on free ports of the loopback and without the encryption the test's PostgreSQL has not.
    const settings = {
      ...productionSettings,
      ports: local.ports,
      databases,
      listenOn: '127.0.0.1',
      database: { ...productionSettings.database, isEncrypted: false },
      dynamicConfig: path.join(folder, 'dynamic-config.yaml'),
    };
    const file = path.join(folder, 'production.yaml');
    writeFileSync(file, renderSettings(settings));
    const { host, port, user, password } = local.database;
    await children.start({
      name: 'temporal',
      command: binaries.server,
      args: ['--config-file', file, '--allow-no-auth', 'start'],
      env: {
        ...process.env,
        TEMPORAL_DATABASE_ADDRESS: `${host}:${port}`,
        TEMPORAL_DATABASE_USER: user,
        TEMPORAL_DATABASE_PASSWORD: password,
        TEMPORAL_BROADCAST_ADDRESS: '127.0.0.1',
      },
      ready: (_lines, signal) => ensureNamespace(`127.0.0.1:${local.ports['frontend-rpc']}`, 'production', signal),
    });
    const kept = await asAdmin((client) => client.query<{ data: Buffer }>('select data from cluster_metadata_info'), databases.core);
    // The second field of its protocol buffer, 512 as a variable-length integer.
    expect(kept.rows.map(({ data }) => data.toString('latin1')).join('')).toContain('\x10\x80\x04');
  }, 120_000);
});
