import { rmSync } from 'node:fs';
import type { TestRun } from './test-run.ts';

/** Stops it all, whatever the suites did, and leaves no file. */
export default async function teardown(): Promise<void> {
  const run = (globalThis as { kbtTestRun?: TestRun }).kbtTestRun;
  if (!run) return;
  await run.stopProduct?.();
  await run.children.stop();
  for (const folder of [run.clusterFolder, run.folder]) rmSync(folder, { recursive: true, force: true });
}
