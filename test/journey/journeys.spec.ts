import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ownStack } from '../own-stack.ts';
import { journeys, type JourneyName } from './journeys.ts';

const OPEN_API = path.join(__dirname, '../../docs/openapi.json');

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

  it('is described by the committed OpenAPI document (KBT_WRITE_OPENAPI=1 writes it anew)', async () => {
    const stack = await ownStack(journeys['xinzhou-order'].beginsAt);
    try {
      const served = `${JSON.stringify(await (await fetch(`${stack.url}/openapi.json`)).json(), null, 2)}\n`;
      if (process.env['KBT_WRITE_OPENAPI'] === '1') writeFileSync(OPEN_API, served);
      expect(JSON.parse(served)).toEqual(JSON.parse(readFileSync(OPEN_API, 'utf8')));
      expect(served).toContain('"openapi": "3.1.0"');
    } finally {
      await stack.stop();
    }
  }, 120_000);
});
