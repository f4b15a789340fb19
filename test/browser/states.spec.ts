import { Looks, screensByPerson } from './states/matrix.ts';
import { Walk } from './states/walk.ts';
import { Browsing } from './support/browsing.ts';

/** Every state of every screen for every role, in both languages at both widths; otherwise each state once. */
const isWhole = process.env['KBT_EVERY_STATE'] !== undefined;
const people = screensByPerson(isWhole);
const first = people[0]?.[0];
const moods = isWhole ? (['empty', 'scant', 'full'] as const) : (['empty', 'full'] as const);

describe('the states of every screen', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());

  it.each(people)(
    'are accessible to %s: loading, failing, with nothing, with everything, each dialog, each form sent empty',
    async (login, paths) => {
      const walk = new Walk(await browsing.as(login), browsing, new Looks(isWhole), moods);
      await walk.start();
      if (isWhole || login === first) await walk.frame();
      for (const path of paths) await walk.screen(path);
      const complaints = (await browsing.leave()).filter((line) => !/status of 500/.test(line));
      if (isWhole) process.stdout.write(`${login}: ${paths.length} screens, looked at ${walk.count} times\n`);
      expect([...walk.found, ...complaints]).toEqual([]);
    },
    isWhole ? 3_600_000 : 240_000,
  );
});
