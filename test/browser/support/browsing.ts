import { source as axeSource } from 'axe-core';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../../infra/local/browser.ts';
import { root } from '../../../infra/local/folders.ts';
import { productUrl } from './product.ts';

export interface Visit {
  readonly language?: 'zh' | 'en';
  /** Pixels; 1280 unless told. */
  readonly width?: number;
  /** Where to go below /console. */
  readonly path?: string;
}

interface AxeFinding {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A real browser at the shared product. One for a spec file: `beforeAll(async () => (browsing = await Browsing.start()))`. */
export class Browsing {
  private readonly complaints: string[] = [];
  private readonly contexts: BrowserContext[] = [];

  private constructor(
    private readonly browser: Browser,
    readonly url: string,
  ) {}

  /** @param url another product than the shared one. */
  static async start(url?: string): Promise<Browsing> {
    const at = url ?? productUrl();
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error('there is no Chromium: "npm test" installs one, or says how');
    return new Browsing(await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] }), at);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  /** A page of somebody who is not signed in, in a browser of their own. */
  async stranger({ language = 'zh', width = 1280, path: at = '/' }: Visit = {}): Promise<Page> {
    const context = await this.browser.newContext({
      viewport: { width, height: 900 },
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    this.contexts.push(context);
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${String(error)}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    await page.goto(`${this.url}/console${at}`);
    return page;
  }

  /** A page of a demonstration person, signed in through the sign-in page as they would. */
  async as(login: string, visit: Visit = {}): Promise<Page> {
    const page = await this.stranger(visit);
    await this.signIn(page, login, visit.path);
    return page;
  }

  /** Signs a demonstration person in on a page, and goes below /console. */
  async signIn(page: Page, login: string, at = '/'): Promise<void> {
    await page.goto(`${this.url}/session/sign-in?returnTo=${encodeURIComponent(`/console${at}`)}`);
    await page.locator(`button[name="login"][value="${login}"]`).click();
    await page.locator('h1').first().waitFor();
  }

  /** Closes the pages opened so far; call after each test. Answers what their consoles complained of: errors, and what the CSP refused. */
  async leave(): Promise<readonly string[]> {
    for (const context of this.contexts.splice(0)) await context.close();
    return this.complaints.splice(0);
  }

  /** What axe finds serious or critical on the page as it is now, one line a finding. */
  async axe(page: Page): Promise<readonly string[]> {
    await page.evaluate(axeSource);
    const result = await page.evaluate<{ violations: AxeFinding[] }>(`axe.run({ runOnly: ${JSON.stringify(TAGS)} })`);
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`));
  }

  /** Saves a picture to look at: `.data/screens/<name>.png`. */
  async picture(page: Page, name: string): Promise<void> {
    const folder = path.join(root, '.data', 'screens');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}
