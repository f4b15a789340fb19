import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { journeys, type JourneyName } from '../../test/journey/journeys.ts';
import { root } from './folders.ts';
import { PlainError } from './plain-error.ts';
import { say } from './progress.ts';
import { bringUp } from './stack.ts';

/** Nothing of a journey has to survive a power cut. */
const careless = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' };

function isJourney(name: string | undefined): name is JourneyName {
  return name !== undefined && Object.hasOwn(journeys, name);
}

/**
 * `npm run journey -- <name>`: travels a whole road over HTTP on an installation of its own, whose clock begins in the year of the policy, where
 * every holiday on the way is announced.
 */
export async function journey([name]: readonly string[]): Promise<number> {
  if (!isJourney(name)) throw new PlainError(`Which journey? Use one of: ${Object.keys(journeys).join(', ')}.`);
  const { beginsAt, travel } = journeys[name];
  const folder = mkdtempSync(path.join(root, '.journey-'));
  const stack = await bringUp({ folder, beginsAt, postgres: careless });
  const stop = async () => {
    await stack.stop();
    rmSync(stack.cluster.folder, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop().then(() => process.exit(1)));
  try {
    await travel(stack.url, say);
    return 0;
  } finally {
    await stop();
  }
}
