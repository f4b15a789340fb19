import { rm } from 'node:fs/promises';
import type { TestRun } from './test-run.ts';

/** Stops it all, whatever the suites did, and leaves no file. */
export default async function teardown(): Promise<void> {
  const run = (globalThis as { kbtTestRun?: TestRun }).kbtTestRun;
  if (!run) return;
  await Promise.all([run.stopProduct?.(), run.children.stop()]);
  await Promise.all([run.clusterFolder, run.folder].map((folder) => rm(folder, { recursive: true, force: true })));
}
