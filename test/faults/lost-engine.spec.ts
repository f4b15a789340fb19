import { ownStack } from '../own-stack.ts';
import { journeys } from '../journey/journeys.ts';
import type { Stack } from '../../infra/local/stack.ts';

type Breakage = (stack: Stack) => Promise<void>;

const loseTemporal: Breakage = async (stack) => {
  await stack.restartTemporal({ erase: true });
  await stack.restart('worker'); // every start of the worker starts what the rows say must run
};
const killTemporal: Breakage = (stack) => stack.restartTemporal({ erase: false });
const killWorker: Breakage = (stack) => stack.restart('worker');

/** Days of the journeys on which a stage of each kind is open: opening, delivery, completion, assessment, review, sign-off, notice, payout. */
const days = {
  'xinzhou-order': [
    '2024-08-28',
    '2024-08-29',
    '2024-09-02',
    '2024-09-29',
    '2024-10-08',
    '2024-10-10',
    '2024-10-11',
    '2024-10-14',
    '2024-10-18',
    '2024-10-21',
  ],
  'huguan-project': ['2024-08-12', '2024-08-13', '2024-08-14', '2024-08-26', '2024-09-23', '2024-09-25', '2024-09-27', '2024-10-11'],
} as const;

describe('the rows decide, whatever happens to the engine', () => {
  it.each([
    ['both Temporal databases dropped', 'xinzhou-order', loseTemporal],
    ['Temporal killed', 'huguan-project', killTemporal],
    ['the worker killed', 'huguan-project', killWorker],
  ] as const)(
    'with %s again and again, the journey %s ends with the same ledger',
    async (_what, name, damage) => {
      const { beginsAt, travel } = journeys[name];
      const stack = await ownStack(beginsAt);
      const left = new Set<string>(days[name]);
      try {
        await travel(
          stack.url,
          () => undefined,
          async (day) => {
            if (left.delete(day)) await damage(stack);
          },
        );
        expect([...left]).toEqual([]);
      } finally {
        await stack.stop();
      }
    },
    480_000,
  );
});
