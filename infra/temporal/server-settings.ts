/** The four services of the server, each with a port for calls and one for membership. */
export const temporalServices = ['frontend', 'history', 'matching', 'worker'] as const;
type TemporalService = (typeof temporalServices)[number];
export type TemporalPort = `${TemporalService}-${'rpc' | 'membership'}`;

export interface ServerSettings {
  /** Fixed for the life of the database. */
  readonly shards: number;
  readonly ports: Readonly<Record<TemporalPort, number>>;
  readonly listenOn: string;
  /** Where the services of other machines find those of this one. */
  readonly broadcastAddress: string;
  readonly database: { readonly address: string; readonly user: string; readonly password: string; readonly isEncrypted: boolean };
  readonly databases: { readonly core: string; readonly visibility: string };
  /** At most so many connections for each of the four services. */
  readonly connections: { readonly core: number; readonly visibility: number };
  /** File of the settings that may change while the server runs. */
  readonly dynamicConfig: string;
  readonly logLevel: 'error' | 'info';
}

function store({ address, user, password, isEncrypted }: ServerSettings['database'], databaseName: string, maxConns: number) {
  const pool = { maxConns, maxIdleConns: maxConns, maxConnLifetime: '1h' };
  const tls = isEncrypted ? { tls: { enabled: true, enableHostVerification: true } } : {};
  return {
    sql: { pluginName: 'postgres12_pgx', databaseName, connectAddr: address, connectProtocol: 'tcp', user, password, ...pool, ...tls },
  };
}

/** The configuration of a Temporal server, of one machine and of production alike: what differs is in the argument. */
export function serverSettings(settings: ServerSettings) {
  const { ports, database, databases, connections } = settings;
  const off = { history: { state: 'disabled' }, visibility: { state: 'disabled' } };
  const service = (name: TemporalService) => ({
    rpc: { grpcPort: ports[`${name}-rpc`], membershipPort: ports[`${name}-membership`], bindOnIP: settings.listenOn },
  });
  const rpcAddress = `127.0.0.1:${ports['frontend-rpc']}`;
  return {
    log: { stdout: true, level: settings.logLevel },
    persistence: {
      numHistoryShards: settings.shards,
      defaultStore: 'core',
      visibilityStore: 'visibility',
      datastores: {
        core: store(database, databases.core, connections.core),
        visibility: store(database, databases.visibility, connections.visibility),
      },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: settings.broadcastAddress } },
    services: Object.fromEntries(temporalServices.map((name) => [name, service(name)])),
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: { active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress } },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    archival: off,
    namespaceDefaults: { archival: off },
    dynamicConfigClient: { filepath: settings.dynamicConfig, pollInterval: '10s' },
  };
}
