import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findBrowser } from '../../../infra/local/browser.ts';
import { root } from '../../../infra/local/folders.ts';
import { productUrl } from './product.ts';
import { settled } from './settled.ts';

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

/** One renderer for all pages keeps the console's scripts compiled: a page costs half the CPU. */
const SPARING = ['--no-sandbox', '--disable-dev-shm-usage', '--renderer-process-limit=1', '--in-process-gpu'];
const axeSource = readFileSync(path.join(root, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8');
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A real browser at the shared product. One for a spec file: `beforeAll(async () => (browsing = await Browsing.start()))`. */
export class Browsing {
  private readonly complaints: string[] = [];
  private readonly strangers: BrowserContext[] = [];
  /** Who has signed in already, by login and language, and the pages at their desk nobody looks at: to open one anew takes twice the CPU. */
  private readonly desks = new Map<string, { readonly context: BrowserContext; readonly idle: Page[] }>();

  private constructor(
    private readonly browser: Browser,
    readonly url: string,
  ) {}

  /** @param url another product than the shared one. */
  static async start(url?: string): Promise<Browsing> {
    const at = url ?? productUrl();
    const executablePath = findBrowser();
    if (executablePath === undefined) throw new Error('there is no Chromium: "npm test" installs one, or says how');
    return new Browsing(await chromium.launch({ executablePath, args: SPARING }), at);
  }

  async stop(): Promise<void> {
    await this.browser.close();
  }

  /** A page of somebody who is not signed in, in a browser of their own. */
  async stranger({ language = 'zh', width = 1280, path: at = '/' }: Visit = {}): Promise<Page> {
    return this.visitor(`/console${at}`, { language, width });
  }

  /** A page of somebody who is not signed in, in a browser of their own, anywhere on the site. */
  async visitor(address: string, { language = 'zh', width = 1280 }: Omit<Visit, 'path'> = {}): Promise<Page> {
    const context = await this.context(language);
    this.strangers.push(context);
    const page = await this.pageOf(context, width);
    await page.goto(`${this.url}${address}`);
    return page;
  }

  /** A page of a demonstration person at their desk: signed in through the sign-in page by the first spec of the run, with that session after that. */
  async as(login: string, { language = 'zh', width = 1280, path: at = '/' }: Visit = {}): Promise<Page> {
    const key = `${login} ${language}`;
    const kept = keptSession(this.url, login);
    const isSignedIn = this.desks.has(key) || (kept !== undefined && existsSync(kept));
    const desk = this.desks.get(key) ?? { context: await this.context(language, isSignedIn ? kept : undefined), idle: [] };
    this.desks.set(key, desk);
    const page = desk.idle.pop() ?? (await this.pageOf(desk.context, width));
    await page.setViewportSize({ width, height: 900 });
    if (isSignedIn) {
      await this.open(page, at);
      return page;
    }
    await this.signIn(page, login, at);
    if (kept !== undefined) writeFileSync(kept, JSON.stringify({ cookies: await desk.context.cookies(), origins: [] }));
    return page;
  }

  /** Goes to a screen as a link within the console does, the page not loaded anew. */
  async follow(page: Page, at: string): Promise<void> {
    await page.evaluate(`history.pushState(null, '', '/console${at}'); dispatchEvent(new PopStateEvent('popstate'))`);
  }

  /** Loads a screen of the console on a page. */
  async open(page: Page, at: string): Promise<void> {
    await page.goto(`${this.url}/console${at}`);
    await shown(page);
  }

  /** A page of a demonstration person in a session of their own, for who signs out, proves anew who they are, or moves the clock. */
  async alone(login: string, { language = 'zh', width = 1280, path: at = '/' }: Visit = {}): Promise<Page> {
    const context = await this.context(language);
    this.strangers.push(context);
    const page = await this.pageOf(context, width);
    await this.signIn(page, login, at);
    return page;
  }

  /** Signs a demonstration person in on a page, and goes below /console. */
  async signIn(page: Page, login: string, at: string): Promise<void> {
    await page.goto(`${this.url}/session/sign-in?returnTo=${encodeURIComponent(`/console${at}`)}`);
    await page.locator(`button[name="login"][value="${login}"]`).click();
    await shown(page);
  }

  /** Proves anew who somebody is, from where a signature or a release asks for it: password and the one-time code the sandbox fills in. */
  async proveAnew(page: Page): Promise<void> {
    await page.getByRole('button', { name: '输入密码和动态码' }).click();
    await page.getByLabel('动态码').waitFor();
    await page.locator('form.demo button[name="login"]').click();
    await page.waitForURL(/\/console\//);
    await shown(page);
  }

  /** As {@link proveAnew} where the page stays as it is: in a tab of its own, which is closed again. */
  async proveBeside(page: Page): Promise<void> {
    const opened = page.waitForEvent('popup');
    await page.getByRole('link', { name: '输入密码和动态码（在新标签页打开）' }).click();
    const beside = await opened;
    await beside.locator('form.demo button[name="login"]').click();
    await beside.getByRole('heading', { name: '您已重新登录' }).waitFor();
    await beside.close();
    await page.getByText('本次登录已验证密码和动态码').waitFor();
  }

  private async context(language: 'zh' | 'en', storageState?: string): Promise<BrowserContext> {
    const context = await this.browser.newContext({
      ...(storageState === undefined ? {} : { storageState }),
      locale: language === 'en' ? 'en-GB' : 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    return context;
  }

  private async pageOf(context: BrowserContext, width: number): Promise<Page> {
    const page = await context.newPage();
    await page.setViewportSize({ width, height: 900 });
    page.on('pageerror', (error) => this.complaints.push(`${page.url()}: ${String(error)}`));
    page.on('console', (message) => {
      if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) this.complaints.push(`${page.url()}: ${message.text()}`);
    });
    return page;
  }

  /**
   * Empties the pages opened so far and forgets what they kept; who is signed in stays so. Call after each test. Answers what their consoles
   * complained of: errors, and what the CSP refused. A test that stopped a page's clock closes that page.
   */
  async leave(): Promise<readonly string[]> {
    for (const context of this.strangers.splice(0)) await context.close();
    for (const { context, idle } of this.desks.values()) {
      for (const page of context.pages().filter((one) => !idle.includes(one))) {
        await page.unrouteAll();
        await this.empty(page);
        idle.push(page);
      }
    }
    return this.complaints.splice(0);
  }

  /** Leaves the site on a page and forgets what the browser kept of it, but for who is signed in: some screens keep what was typed as they go. */
  async empty(page: Page): Promise<void> {
    await page.goto('about:blank');
    const tab = await page.context().newCDPSession(page);
    await tab.send('Storage.clearDataForOrigin', { origin: new URL(this.url).origin, storageTypes: 'local_storage' });
    await tab.detach();
  }

  /** What axe finds serious or critical on the page as it is now, one line a finding. @param within a selector: only there. */
  async axe(page: Page, within = 'html'): Promise<readonly string[]> {
    if (!(await page.evaluate<boolean>(`'axe' in window`))) {
      const tab = await page.context().newCDPSession(page); // half the price of page.evaluate, which wraps what it is given
      await tab.send('Runtime.evaluate', { expression: axeSource });
      await tab.detach();
    }
    const result = await page.evaluate<{ violations: AxeFinding[] }>(
      `axe.run(${JSON.stringify(within)}, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })`,
    );
    return result.violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary.slice(0, 200)}`));
  }

  /**
   * Looks at a page as it stands on a desk and on a telephone, with a picture of each (`<name>-1280`, `<name>-320`) where they are asked for. Answers what
   * axe finds, and where the page is wider than its window.
   */
  async atBothWidths(page: Page, name: string): Promise<readonly string[]> {
    const findings: string[] = [];
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 900 });
      findings.push(...(await this.axe(page)).map((finding) => `${width} px: ${finding}`));
      if (!(await page.evaluate('document.documentElement.scrollWidth <= window.innerWidth')))
        findings.push(`${width} px: the page is wider`);
      await this.picture(page, `${name}-${width}`);
    }
    return findings;
  }

  /** With KBT_PICTURES=1 saves a picture to look at: `.data/screens/<name>.png`. */
  async picture(page: Page, name: string): Promise<void> {
    if (process.env['KBT_PICTURES'] !== '1') return;
    const folder = path.join(root, '.data', 'screens');
    mkdirSync(folder, { recursive: true });
    await page.screenshot({ path: path.join(folder, `${name}.png`) });
  }
}

/** Where the session of a person is kept for the other specs of a run. */
function keptSession(url: string, login: string): string | undefined {
  const run = process.env['KBT_TEST_RUN'];
  return run === undefined ? undefined : path.join(run, `${new URL(url).port}-${login}.json`);
}

/** Waits for the screen itself: a heading stands there already while it loads. */
async function shown(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor();
  await settled(page);
}
