import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../infra/local/folders.ts';
import { freePort } from '../infra/local/ports.ts';
import { bringUp, type Stack } from '../infra/local/stack.ts';

/** Nothing of a test has to survive a power cut. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

/** The whole product, as `npm start` brings it up, in a folder of its own whose sandbox begins at an instant; `stop` leaves nothing behind. */
export async function ownStack(beginsAt: string): Promise<Stack> {
  const folder = mkdtempSync(path.join(root, '.journey-'));
  // Suites run side by side: nobody may wait for the port another has just found free.
  const stack = await bringUp({ folder, beginsAt, port: await freePort(), postgres: careless });
  return {
    ...stack,
    stop: async () => {
      await stack.stop();
      rmSync(stack.cluster.folder, { recursive: true, force: true });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
