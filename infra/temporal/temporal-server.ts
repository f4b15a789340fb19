import type { ChildSpec } from '../local/children.ts';
import { temporalBinaries } from './binaries.ts';
import { ensureNamespace } from './namespace.ts';
import { ensureTemporalSchema } from './schema.ts';
import { writeTemporalConfig, type TemporalConfig } from './server-config.ts';

/** Prepares the databases and the configuration of a Temporal server; answers the process to start, ready once the namespace is there. */
export async function temporalServer(
  admin: string,
  config: TemporalConfig,
  namespace: string,
): Promise<{ address: string; child: ChildSpec }> {
  const binaries = await temporalBinaries();
  await ensureTemporalSchema(admin, binaries, config);
  const file = writeTemporalConfig(config);
  const address = `127.0.0.1:${config.ports['frontend-rpc']}`;
  return {
    address,
    child: {
      name: 'temporal',
      command: binaries.server,
      args: ['--config-file', file, '--allow-no-auth', 'start'],
      ready: (_lines, signal) => ensureNamespace(address, namespace, signal),
    },
  };
}
