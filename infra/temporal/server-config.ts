import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { serverSettings, temporalServices, type TemporalPort } from './server-settings.ts';
import { moduleFolder } from './version.ts';

export const temporalPorts = temporalServices.flatMap((service) => [`${service}-rpc`, `${service}-membership`] as const);

export interface TemporalConfig {
  readonly ports: Readonly<Record<TemporalPort, number>>;
  readonly database: { readonly host: string; readonly port: number; readonly user: string; readonly password: string };
  readonly databases: { readonly core: string; readonly visibility: string };
  /** Fixed for the life of the database: 4 on one machine, 512 in production. */
  readonly shards: number;
  /** Where the configuration files are written. */
  readonly folder: string;
}

/** Writes the configuration of a server on this machine alone; answers the file's path. */
export function writeTemporalConfig({ ports, database, databases, shards, folder }: TemporalConfig): string {
  const dynamic = path.join(folder, 'dynamic-config.yaml');
  writeFileSync(dynamic, readFileSync(path.join(moduleFolder, 'dynamic-config.yaml')));
  const file = path.join(folder, 'server.yaml');
  const settings = serverSettings({
    shards,
    ports,
    listenOn: '127.0.0.1',
    broadcastAddress: '127.0.0.1',
    database: { address: `${database.host}:${database.port}`, user: database.user, password: database.password, isEncrypted: false },
    databases,
    connections: { core: 20, visibility: 5 },
    dynamicConfig: dynamic,
    logLevel: 'error',
  });
  writeFileSync(file, stringify(settings), { mode: 0o600 });
  return file;
}
