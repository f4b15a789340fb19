import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Locator, Page, Route } from 'playwright-core';
import { root } from '../../infra/local/folders.ts';
import { Browsing } from './support/browsing.ts';

const DESKS = path.join(root, 'apps/console/src/desks');
const NOBODY = '00000000-0000-7000-8000-000000000000';

/** Who opens the screens of a desk. */
const logins: Readonly<Record<string, string>> = {
  casework: 'hg.caseworker1',
  finance: 'hg.disburser1',
  institution: 'hg.aimin',
  evaluation: 'cz.zhendong',
  administration: 'hg.admin',
};
/** Forms that ask for nothing. */
const asksNothing: ReadonlySet<string> = new Set(['/institutions/new']);
/** Forms that are there at once; what they ask for fills their lists. */
const startsAsForm: ReadonlySet<string> = new Set(['/classes/new']);
/** What is not there by then does not come. */
const SOON = { timeout: 5000 };

interface Visit {
  readonly path: string;
  readonly width: number;
}

/** Every route of every desk as its table has it, each in one language and at one width: the four take turns. By person and language. */
function everyRoute(): readonly (readonly [login: string, language: 'zh' | 'en', visits: readonly Visit[]])[] {
  const desks = readdirSync(DESKS, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  const routes = desks.flatMap(({ name }) => {
    const table = readFileSync(path.join(DESKS, name, 'desk.ts'), 'utf8');
    const paths = [...table.matchAll(/\bpath: '([^']+)'/g)].map(([, one = '']) => one);
    if (paths.length !== table.match(/\blazy:/g)?.length) throw new Error(`the routes of ${name}/desk.ts cannot be read`);
    return paths.map((one) => ({ login: logins[name] ?? `nobody-for-${name}`, path: one }));
  });
  const turns = [...routes, { login: 'hg.caseworker1', path: 'account' }].map((route, index) => ({
    login: route.login,
    language: index % 2 === 0 ? ('zh' as const) : ('en' as const),
    visit: { path: `/${route.path.replace(':kind', 'opening').replaceAll(/:\w+/g, NOBODY)}`, width: index % 4 < 2 ? 1280 : 320 },
  }));
  const languages = ['zh', 'en'] as const;
  return [...new Set(turns.map(({ login }) => login))].flatMap((login) =>
    languages.map((language) => {
      const own = turns.filter((turn) => turn.login === login && turn.language === language);
      return [login, language, own.map(({ visit }) => visit)] as const;
    }),
  );
}

/** The API behind a page: it does not answer, until it fails. */
class SilentApi {
  private readonly waiting: Route[] = [];
  private hasFailed = false;

  async handle(route: Route): Promise<void> {
    if (this.hasFailed) await route.fulfill({ status: 500 });
    else this.waiting.push(route);
  }

  async fail(): Promise<void> {
    this.hasFailed = true;
    await Promise.all(this.waiting.splice(0).map((route) => route.fulfill({ status: 500 })));
  }

  /** Silent again, for the next page. What the last one asked for is gone with it. */
  hush(): void {
    this.hasFailed = false;
    this.waiting.length = 0;
  }
}

const shown = (wanted: Locator, otherwise: () => unknown): Promise<unknown> => wanted.first().waitFor(SOON).catch(otherwise);

describe('the states of every screen', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());

  const findings = async (page: Page): Promise<readonly string[]> => {
    const titles = await page.locator('h1').count();
    const isWider = !(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth'));
    return [...(titles === 1 ? [] : [`${titles} titles`]), ...(isWider ? ['wider than its window'] : []), ...(await browsing.axe(page))];
  };

  it.each(everyRoute())(
    'are accessible to %s in %s while the server is silent and when it fails',
    async (login, language, visits) => {
      const page = await browsing.as(login, { language });
      const api = new SilentApi();
      await page.route('**/v1/**', (route) => api.handle(route));
      const found: string[] = [];
      for (const { path: at, width } of visits) {
        const tell = (state: string, lines: readonly string[]): unknown =>
          found.push(...lines.map((line) => `${at}, ${width} px, ${state}: ${line}`));
        api.hush();
        await page.setViewportSize({ width, height: 900 });
        await page.goto(`${browsing.url}/console${at}`);
        await shown(page.locator('main h1'), () => tell('loading', ['has no title']));
        if (!asksNothing.has(at) && !startsAsForm.has(at))
          await shown(page.locator('main .kbt-loading'), () => tell('loading', ['is not shown']));
        tell('loading', await findings(page));
        await api.fail();
        if (!asksNothing.has(at)) {
          const retry = page.getByRole('alert').getByRole('button', { name: language === 'zh' ? '重试' : 'Try again' });
          await shown(retry, () => tell('error', ['no way to try again']));
        }
        tell('error', (await page.locator('main .kbt-loading').count()) === 0 ? [] : ['is still loading']);
        tell('error', await findings(page));
      }
      const complaints = (await browsing.leave()).filter((line) => !/status of 500/.test(line));
      expect([...found, ...complaints]).toEqual([]);
    },
    120_000,
  );
});
