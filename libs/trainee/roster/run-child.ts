import { fork } from 'node:child_process';
import path from 'node:path';
import type { ChildMessage, ChildTask } from './child-messages.ts';
import { FileRefusal } from './file-refusal.ts';
import { limits } from './limits.ts';

const HERE = path.extname(__filename);
const ENTRY = path.join(__dirname, `roster-child${HERE}`);
/** Node runs the child's TypeScript as it is (it is erasable); from dist there is nothing to strip. */
const FROM_SOURCE = HERE === '.ts' ? ['--no-warnings'] : [];
const ROOT = path.resolve(__dirname, HERE === '.ts' ? '../../..' : '../../../..');

/**
 * Runs one task on a foreign workbook in a process of its own, with a heap limit, a time limit, an empty environment and no right to write
 * files or start processes; hands over each message as it arrives.
 * @throws FileRefusal the child's own refusal; ROSTER_FILE_TOO_COMPLEX where it ran out of memory or time or ended by a fault
 */
export function runChild(task: ChildTask, onMessage: (message: ChildMessage) => void): Promise<void> {
  const { heapMiB, milliseconds } = limits[task.kind];
  const child = fork(ENTRY, [], {
    execArgv: [...FROM_SOURCE, `--max-old-space-size=${heapMiB}`, '--permission', `--allow-fs-read=${ROOT}`],
    env: {},
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    let refusal: FileRefusal | undefined;
    const timer = setTimeout(() => child.kill('SIGKILL'), milliseconds);
    child.on('message', (message: ChildMessage) => {
      try {
        if (message.kind === 'refused') refusal = new FileRefusal(message.code, message.params);
        else onMessage(message);
      } catch (error) {
        child.kill('SIGKILL');
        reject(error instanceof Error ? error : new Error(String(error)));
      }
    });
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(timer);
      if (refusal) reject(refusal);
      else if (code === 0) resolve();
      else reject(new FileRefusal('ROSTER_FILE_TOO_COMPLEX'));
    });
    child.send(task);
  });
}
