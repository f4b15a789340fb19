import { watch } from 'node:fs';
import path from 'node:path';
import { root } from './folders.ts';
import { say } from './progress.ts';
import type { Stack } from './stack.ts';

/** A compiler writes many files for one change. */
const QUIET_MS = 500;

/**
 * Restarts the county process and the worker whenever compiled code has changed; answers what ends the watching. Not `node --watch`: its reports reach
 * the workflow threads, and Temporal's SDK ends the worker at the first one (temporalio/sdk-typescript #2196).
 */
export function restartOnChange({ restart }: Pick<Stack, 'restart'>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let busy = Promise.resolve();
  const again = async (): Promise<void> => {
    for (const name of ['county', 'worker'] as const) {
      try {
        await restart(name);
      } catch (error) {
        say(`  ${error instanceof Error ? error.message : String(error)} The next change starts it anew.`);
      }
    }
    say('  ↻ restarted with the changed code');
  };
  const changed = (_event: string, file: string | null): void => {
    if (!file?.endsWith('.js')) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(again);
    }, QUIET_MS);
  };
  const watchers = ['apps', 'libs', 'workflows'].map((name) => watch(path.join(root, 'dist', name), { recursive: true }, changed));
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
