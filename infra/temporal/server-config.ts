import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { moduleFolder } from './version.ts';

/** The four services of the server, each with a port for calls and one for membership. */
export const temporalServices = ['frontend', 'history', 'matching', 'worker'] as const;
type TemporalService = (typeof temporalServices)[number];
export const temporalPorts = temporalServices.flatMap((service) => [`${service}-rpc`, `${service}-membership`] as const);
export type TemporalPort = `${TemporalService}-${'rpc' | 'membership'}`;

export interface TemporalConfig {
  readonly ports: Readonly<Record<TemporalPort, number>>;
  readonly database: { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
  readonly databases: { readonly core: string; readonly visibility: string };
  /** Fixed for the life of the database: 4 on one machine, 512 in production. */
  readonly shards: number;
  /** Where the configuration files are written. */
  readonly folder: string;
}

function store({ database }: TemporalConfig, databaseName: string, maxConns: number) {
  const { host, port, user, password } = database;
  const pool = { maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' };
  return {
    sql: { pluginName: 'postgres12_pgx', databaseName, connectAddr: `${host}:${port}`, connectProtocol: 'tcp', user, password, ...pool },
  };
}

/** Writes the server's configuration; answers the file's path. */
export function writeTemporalConfig(config: TemporalConfig): string {
  const { ports, folder } = config;
  const address = `127.0.0.1:${ports['frontend-rpc']}`;
  const off = { history: { state: 'disabled' }, visibility: { state: 'disabled' } };
  const dynamic = path.join(folder, 'dynamic-config.yaml');
  writeFileSync(dynamic, readFileSync(path.join(moduleFolder, 'dynamic-config.yaml')));
  const service = (name: TemporalService) => ({
    rpc: { grpcPort: ports[`${name}-rpc`], membershipPort: ports[`${name}-membership`], bindOnIP: '127.0.0.1' },
  });
  const file = path.join(folder, 'server.yaml');
  writeFileSync(
    file,
    stringify({
      log: { stdout: true, level: 'error' },
      persistence: {
        numHistoryShards: config.shards,
        defaultStore: 'core',
        visibilityStore: 'visibility',
        datastores: { core: store(config, config.databases.core, 20), visibility: store(config, config.databases.visibility, 5) },
      },
      global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
      services: Object.fromEntries(temporalServices.map((name) => [name, service(name)])),
      clusterMetadata: {
        enableGlobalNamespace: false,
        failoverVersionIncrement: 10,
        masterClusterName: 'active',
        currentClusterName: 'active',
        clusterInformation: { active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: address } },
      },
      dcRedirectionPolicy: { policy: 'noop' },
      archival: off,
      namespaceDefaults: { archival: off },
      dynamicConfigClient: { filepath: dynamic, pollInterval: '10s' },
    }),
    { mode: 0o600 },
  );
  return file;
}
