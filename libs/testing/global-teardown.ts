import { rmSync } from 'node:fs';
import type { RunningPostgres } from './postgres.ts';

/** Stops it, whatever the suites did. */
export default async function teardown(): Promise<void> {
  await (globalThis as { kbtPostgres?: RunningPostgres }).kbtPostgres?.stop();
  const run = process.env['KBT_TEST_RUN'];
  if (run !== undefined) rmSync(run, { recursive: true, force: true });
}
