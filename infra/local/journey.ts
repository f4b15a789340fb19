import { breakEngine, everyBreakage, type Breakage } from '../../test/faults/breakage.ts';
import { journeys, type JourneyName } from '../../test/journey/journeys.ts';
import { ownStack } from '../../test/own-stack.ts';
import { PlainError } from './plain-error.ts';
import { say } from './progress.ts';

function isJourney(name: string | undefined): name is JourneyName {
  return name !== undefined && Object.hasOwn(journeys, name);
}

/** The running product to drive (`--at=<address>`), and the words that are not about it. */
function placeAsked(words: readonly string[]): { readonly at: string | undefined; readonly rest: readonly string[] } {
  const place = words.find((word) => word.startsWith('--at='));
  const at = place?.slice('--at='.length).replace(/\/$/, '');
  if (at !== undefined && !/^https?:\/\/[^/]+$/.test(at)) throw new PlainError(`"${at}" is no address: write --at=http://127.0.0.1:4100.`);
  const rest = words.filter((word) => word !== place);
  if (at !== undefined && rest.length > 0) throw new PlainError('A running product is not broken on the way: use --break without --at.');
  return { at, rest };
}

/** A sandbox's clock only moves forward, so the product must not have passed the day the journey begins on. */
async function mustBeBefore(at: string, beginsAt: string): Promise<void> {
  const answer = await fetch(`${at}/v1/clock`).catch(() => undefined);
  if (!answer?.ok) throw new PlainError(`Nothing answers at ${at}: start the product there first.`);
  const { today } = (await answer.json()) as { readonly today: string };
  if (today > beginsAt.slice(0, 10))
    throw new PlainError(
      `The product at ${at} stands on ${today}, and this journey begins on ${beginsAt.slice(0, 10)}: start one with KBT_BEGINS_AT=${beginsAt}.`,
    );
}

/** What `--break=<what>` asks for: one kind before every step, or all kinds in turn where none is named. */
function breakagesAsked(words: readonly string[]): readonly Breakage[] {
  return words.flatMap((word) => {
    const [flag, what] = word.split('=');
    const found = everyBreakage.filter((one) => what === undefined || one === what);
    if (flag !== '--break' || found.length === 0)
      throw new PlainError(`"${word}" is not understood: use --at=<address>, --break, or --break=${everyBreakage.join(', --break=')}.`);
    return found;
  });
}

/**
 * `npm run journey -- <name>`: travels a whole road over HTTP on an installation of its own, whose clock begins in the year of the policy, where
 * every holiday on the way is announced; with `--at=<address>` on the product that runs there, which keeps what was made. With `--break` something
 * is killed or erased before every single step.
 */
export async function journey([name, ...words]: readonly string[]): Promise<number> {
  if (!isJourney(name)) throw new PlainError(`Which journey? Use one of: ${Object.keys(journeys).join(', ')}.`);
  const { at, rest } = placeAsked(words);
  const asked = breakagesAsked(rest);
  const { beginsAt, travel } = journeys[name];
  if (at !== undefined) {
    await mustBeBefore(at, beginsAt);
    await travel(at, say);
    return 0;
  }
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
