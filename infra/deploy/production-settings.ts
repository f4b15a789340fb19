import { stringify } from 'yaml';
import { serverSettings, type ServerSettings } from '../temporal/server-settings.ts';

/** Read by the server from its environment when it starts: secrets and addresses stand in no file of ours. */
const fromEnvironment = (name: string): string => `{{ env \`${name}\` }}`;

export const productionSettings: ServerSettings = {
  shards: 512,
  ports: {
    'frontend-rpc': 7233,
    'frontend-membership': 6933,
    'history-rpc': 7234,
    'history-membership': 6934,
    'matching-rpc': 7235,
    'matching-membership': 6935,
    'worker-rpc': 7239,
    'worker-membership': 6939,
  },
  listenOn: '0.0.0.0',
  broadcastAddress: fromEnvironment('TEMPORAL_BROADCAST_ADDRESS'),
  database: {
    address: fromEnvironment('TEMPORAL_DATABASE_ADDRESS'),
    user: fromEnvironment('TEMPORAL_DATABASE_USER'),
    password: fromEnvironment('TEMPORAL_DATABASE_PASSWORD'),
    isEncrypted: true,
  },
  databases: { core: 'temporal', visibility: 'temporal_visibility' },
  connections: { core: 30, visibility: 10 },
  dynamicConfig: '/etc/kaibantong/temporal/dynamic-config.yaml',
  logLevel: 'info',
};

/** The text of a configuration file the server fills in from its environment. */
export function renderSettings(settings: ServerSettings): string {
  const head =
    '# enable-template\n# Made from infra/deploy/production-settings.ts (KBT_WRITE_SETTINGS=1 npx jest infra/deploy); README.md says how it is used.\n';
  const text = stringify(serverSettings(settings), { lineWidth: 0 });
  // Quoted by the server, once it knows what stands in it: a password may hold any sign.
  return head + text.replaceAll(/"(\{\{[^"]*) \}\}"/g, '$1 | quote }}');
}
