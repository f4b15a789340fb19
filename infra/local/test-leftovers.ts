import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { clusterFolder } from '../database/postgres-server.ts';
import { Children } from './children.ts';
import { root } from './folders.ts';

const TESTS = path.join(root, '.test');

/** Where test runs keep their state, and where specs with a product of their own do. */
function folders(): string[] {
  mkdirSync(TESTS, { recursive: true });
  const named = (folder: string, prefix: string) =>
    readdirSync(folder)
      .filter((name) => name.startsWith(prefix))
      .map((name) => path.join(folder, name));
  return [...named(TESTS, 'run-'), ...named(root, '.journey-')];
}

/** Ends the processes and removes the files of test runs that were cut off: killed, or interrupted before they could clean up. A run that still goes on is left alone. */
export async function endTestLeftovers(): Promise<void> {
  for (const folder of folders()) {
    if (Children.ownerOf(folder) !== undefined) continue;
    await Children.endLeftovers(folder);
    for (const gone of [clusterFolder(path.join(folder, 'postgres')), folder]) rmSync(gone, { recursive: true, force: true });
  }
}
