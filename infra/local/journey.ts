import { breakEngine, everyBreakage, type Breakage } from '../../test/faults/breakage.ts';
import { journeys, type JourneyName } from '../../test/journey/journeys.ts';
import { ownStack } from '../../test/own-stack.ts';
import { PlainError } from './plain-error.ts';
import { say } from './progress.ts';

function isJourney(name: string | undefined): name is JourneyName {
  return name !== undefined && Object.hasOwn(journeys, name);
}

/** What `--break=<what>` asks for: one kind before every step, or all kinds in turn where none is named. */
function breakagesAsked(words: readonly string[]): readonly Breakage[] {
  return words.flatMap((word) => {
    const [flag, what] = word.split('=');
    const found = everyBreakage.filter((one) => what === undefined || one === what);
    if (flag !== '--break' || found.length === 0)
      throw new PlainError(`"${word}" is not understood: use --break, or --break=${everyBreakage.join(', --break=')}.`);
    return found;
  });
}

/**
 * `npm run journey -- <name>`: travels a whole road over HTTP on an installation of its own, whose clock begins in the year of the policy, where
 * every holiday on the way is announced. With `--break` something is killed or erased before every single step.
 */
export async function journey([name, ...words]: readonly string[]): Promise<number> {
  if (!isJourney(name)) throw new PlainError(`Which journey? Use one of: ${Object.keys(journeys).join(', ')}.`);
  const asked = breakagesAsked(words);
  const { beginsAt, travel } = journeys[name];
  const stack = await ownStack(beginsAt);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stack.stop().then(() => process.exit(1)));
  const beforeStep = async (step: number) => {
    const breakage = asked[step % asked.length];
    if (breakage === undefined) return;
    say(`     before step ${step}: ${breakage}`);
    await breakEngine(stack, breakage);
  };
  try {
    await travel(stack.url, say, asked.length === 0 ? {} : { beforeStep });
    return 0;
  } finally {
    await stack.stop();
  }
}
