import { ownStack } from '../own-stack.ts';
import { journeys, journeysTogether } from './journeys.ts';

describe('whole roads, over HTTP, on the product as it is started', () => {
  it.each(journeysTogether.map((names) => [names.join(', '), names] as const))(
    '%s end with what their policies say',
    async (_title, names) => {
      const [first] = names;
      if (first === undefined) return;
      const stack = await ownStack(journeys[first].beginsAt);
      try {
        for (const name of names) await journeys[name].travel(stack.url, () => undefined);
      } finally {
        await stack.stop();
      }
    },
    480_000,
  );
});
