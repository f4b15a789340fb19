import { IllegalStateError } from '@temporalio/common';
import { DefaultLogger, Runtime } from '@temporalio/worker';

/** Sets up Temporal's core, of which a process has one for good: whoever comes later shares it. Nest alone owns the signals. */
export function installRuntime(level: 'DEBUG' | 'WARN' | 'ERROR'): void {
  try {
    Runtime.install({ logger: new DefaultLogger(level), shutdownSignals: [], telemetryOptions: { logging: { filter: level } } });
  } catch (error) {
    if (!(error instanceof IllegalStateError)) throw error;
  }
}
