import { journeys } from '../journey/journeys.ts';
import { ownStack } from '../own-stack.ts';
import { breakagesOf, breakEngine, everyBreakage, faultSeed, type Breakage } from './breakage.ts';

/** One step of this many is preceded by a breakage; `npm run journey -- <name> --break` breaks something before each. */
const AMONG = 4;

describe('the rows decide, whatever happens to the engine', () => {
  const seed = faultSeed();

  it.each(['xinzhou-order', 'huguan-project'] as const)(
    `with Temporal's databases dropped, Temporal, the worker and the county process killed between steps (KBT_FAULT_SEED=${seed}), %s ends with the same ledger`,
    async (name) => {
      const { beginsAt, travel } = journeys[name];
      const stack = await ownStack(beginsAt);
      const breakageBefore = breakagesOf(`${seed}/${name}`, AMONG);
      const broken: Breakage[] = [];
      const beforeStep = async (step: number) => {
        const breakage = breakageBefore(step);
        if (breakage === undefined) return;
        broken.push(breakage);
        await breakEngine(stack, breakage);
      };
      try {
        await travel(stack.url, () => undefined, { beforeStep });
        expect([...new Set(broken)].sort()).toEqual([...everyBreakage].sort());
      } finally {
        await stack.stop();
      }
    },
    480_000,
  );
});
