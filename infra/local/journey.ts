import { journeys, type JourneyName } from '../../test/journey/journeys.ts';
import { ownStack } from '../../test/own-stack.ts';
import { PlainError } from './plain-error.ts';
import { say } from './progress.ts';

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
  const stack = await ownStack(beginsAt);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stack.stop().then(() => process.exit(1)));
  try {
    await travel(stack.url, say);
    return 0;
  } finally {
    await stack.stop();
  }
}
