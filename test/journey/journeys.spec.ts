import { ownStack } from '../own-stack.ts';
import { journeys, type JourneyName } from './journeys.ts';

describe('a whole road, over HTTP, on the product as it is started', () => {
  it.each(Object.keys(journeys) as JourneyName[])(
    '%s ends with what its policy says',
    async (name) => {
      const { beginsAt, travel } = journeys[name];
      const stack = await ownStack(beginsAt);
      try {
        await travel(stack.url, () => undefined);
      } finally {
        await stack.stop();
      }
    },
    240_000,
  );
});
