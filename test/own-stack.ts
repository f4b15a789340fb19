import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../infra/local/folders.ts';
import { freePort } from '../infra/local/ports.ts';
import { bringUp, type Stack } from '../infra/local/stack.ts';

/** Nothing of a test has to survive a power cut. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

export interface OwnStack extends Stack {
  /** Stops it, its state kept, and starts it again. */
  again(): Promise<OwnStack>;
}

/** The whole product, as `npm start` brings it up, in a folder of its own whose sandbox begins at an instant; `stop` leaves nothing behind. */
export async function ownStack(beginsAt: string): Promise<OwnStack> {
  const folder = mkdtempSync(path.join(root, '.journey-'));
  // Suites run side by side: nobody may wait for the port another has just found free.
  const port = await freePort();
  const start = async (): Promise<OwnStack> => {
    const stack = await bringUp({ folder, beginsAt, port, postgres: careless });
    return {
      ...stack,
      again: async () => {
        await stack.stop();
        return start();
      },
      stop: async () => {
        await stack.stop();
        rmSync(stack.cluster.folder, { recursive: true, force: true });
        rmSync(folder, { recursive: true, force: true });
      },
    };
  };
  return start();
}
