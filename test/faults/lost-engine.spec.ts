import { journeys, journeysTogether } from '../journey/journeys.ts';
import { ownStack } from '../own-stack.ts';
import { breakagesOf, breakEngine, everyBreakage, faultSeed, type Breakage } from './breakage.ts';

/** One step of this many is preceded by a breakage; `npm run journey -- <name> --break` breaks something before each. */
const AMONG = 4;

describe('the rows decide, whatever happens to the engine', () => {
  const seed = faultSeed();

  it.each(journeysTogether.map(({ broken, after }) => [broken, after] as const))(
    `with Temporal's databases dropped, Temporal, the worker and the county process killed between steps (KBT_FAULT_SEED=${seed}), %s ends with the ledger its policy says, and %s after it`,
    async (name, after) => {
      const stack = await ownStack(journeys[name].beginsAt);
      const breakageBefore = breakagesOf(`${seed}/${name}`, AMONG);
      const broken: Breakage[] = [];
      const beforeStep = async (step: number) => {
        const breakage = breakageBefore(step);
        if (breakage === undefined) return;
        broken.push(breakage);
        await breakEngine(stack, breakage);
      };
      try {
        await journeys[name].travel(stack.url, () => undefined, { beforeStep });
        expect([...new Set(broken)].sort()).toEqual([...everyBreakage].sort());
        await journeys[after].travel(stack.url, () => undefined);
      } finally {
        await stack.stop();
      }
    },
    600_000,
  );
});
