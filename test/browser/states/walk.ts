import type { Page } from 'playwright-core';
import type { Browsing } from '../support/browsing.ts';
import type { Look, Looks } from './matrix.ts';
import type { Plenty } from './example-answer.ts';
import { ShapedApi, type Mood } from './shaped-api.ts';

/** Forms that ask for nothing. */
const asksNothing: ReadonlySet<string> = new Set(['/institutions/new']);
/** Forms that are there at once; what they ask for fills their lists. */
const startsAsForm: ReadonlySet<string> = new Set(['/classes/new']);
/** What these ask for is known from the frame around every screen: only a page loaded anew has to wait for it. */
const knowsAlready: ReadonlySet<string> = new Set(['/calendar/new']);
const NOWHERE = '/nowhere';
/** What is not there by then does not come. */
const SOON = { timeout: 5000 };
/** Then what nobody shows any more is forgotten. */
const FORGOTTEN_MS = 301_000;
const MOST_BUTTONS = 60;
const MOST_RETRIES = 4;
/** Pixels: so high that what sticks to the edge of the window lies over nothing. */
const HEIGHT = 2400;

const OVERLAY = ':is([role="dialog"], .ant-popover:not(.ant-popover-hidden))';
/** These lead out of the page, or are pressed otherwise. */
const LEAVES = '退出登录|Sign out|English|中文|密码和动态码|one-time code|重试|Try again';

const DRAWN = 'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))';
const ALERTS = `[...document.querySelectorAll('main [role="alert"]')].map((one) => one.textContent).join()`;

/** Presses the next button of whose name none was pressed before; answers its name, what was alerted before, and whether it is a tab. */
const press = (within: string): string => `(() => {
  const done = (window.kbtPressed ??= new Set());
  for (const one of document.querySelectorAll('${within} button')) {
    const name = (one.getAttribute('aria-label') ?? one.textContent).replace(/[\\d（(“"].*/, '').trim();
    if (one.disabled || one.offsetParent === null || done.has(name) || /${LEAVES}/.test(name)) continue;
    done.add(name);
    const alerts = ${ALERTS};
    one.click();
    return { name, alerts, isTab: one.getAttribute('role') === 'tab' };
  }
})()`;

interface Pressed {
  readonly name: string;
  readonly alerts: string;
  readonly isTab: boolean;
}

/** Walks one person through screens, state by state, in one page that is never loaded anew, and gathers what is found. */
export class Walk {
  readonly found: string[] = [];
  /** How many times something was looked at. */
  count = 0;
  private readonly api = new ShapedApi();
  private look: Look = { language: 'zh', width: 1280 };
  private at = NOWHERE;
  /** While buttons are pressed, the language stays: they are told apart by their names. */
  private language: Look['language'] | undefined;

  constructor(
    private readonly page: Page,
    private readonly browsing: Browsing,
    private readonly looks: Looks,
    /** How much there is, one after the other; with what comes last, the buttons are pressed. */
    private readonly moods: readonly Plenty[],
  ) {}

  async start(): Promise<void> {
    await this.page.setViewportSize({ width: this.look.width, height: HEIGHT });
    await this.page.clock.install();
    await this.page.route('**/v1/**', (route) => this.api.handle(route));
    await this.page.route('**/session/sign-in?**', (route) => route.fulfill({ status: 204 }));
    await this.api.become('full');
    await this.leave();
    await this.see('not found', 'html');
  }

  /** The dialogs of the frame around every screen. */
  async frame(): Promise<void> {
    await this.pressAll('header');
  }

  /** Loading, failing, with everything and all its dialogs, with nothing, with the least. */
  async screen(path: string): Promise<void> {
    await this.open(path, 'silent');
    if (!asksNothing.has(path) && !startsAsForm.has(path)) await this.expect('main .kbt-loading', 'loading', 'is not shown');
    await this.see('loading');
    await this.api.become('failing');
    if (!asksNothing.has(path)) await this.expect('main [role="alert"] button', 'error', 'no way to try again');
    if ((await this.page.locator('main .kbt-loading').count()) > 0) this.tell('error', 'is still loading');
    await this.see('error');
    for (const [index, mood] of this.moods.entries()) {
      await (index === 0 && !asksNothing.has(path) ? this.tryAgain(mood) : this.open(path, mood));
      if ((await this.page.locator('main .kbt-loading').count()) > 0) this.tell(mood, 'is still loading');
      await this.see(mood);
    }
    await this.pressAll('main');
  }

  private tell(state: string, line: string): void {
    this.found.push(`${this.at}, ${state}, ${this.look.language} ${this.look.width} px: ${line}`);
  }

  private async expect(selector: string, state: string, otherwise: string): Promise<void> {
    await this.page
      .locator(selector)
      .first()
      .waitFor(SOON)
      .catch(() => this.tell(state, otherwise));
  }

  /** Looks at what is there now. */
  private async see(state: string, within = 'main'): Promise<void> {
    for (const look of this.looks.next(this.language)) {
      const { titles, isWider, fault } = await this.lookAs(look);
      this.count += 1;
      if (titles !== 1) this.tell(state, `${titles} titles`);
      if (isWider) this.tell(state, 'wider than its window');
      if (fault !== null) this.tell(state, `a fault: ${fault}`);
      for (const line of await this.browsing.axe(this.page, within)) this.tell(state, line);
    }
  }

  private async lookAs(look: Look): Promise<{ readonly titles: number; readonly isWider: boolean; readonly fault: string | null }> {
    if (look.width !== this.look.width) await this.page.setViewportSize({ width: look.width, height: HEIGHT });
    const isOther = look.language !== this.look.language;
    this.look = look;
    return this.page.evaluate(`(async () => {
      if (${String(isOther)}) document.querySelector('.kbt-header button[lang]').click();
      await ${DRAWN};
      return {
        titles: document.querySelectorAll('h1').length,
        isWider: document.documentElement.scrollWidth > window.innerWidth,
        fault: document.querySelector('.kbt-fault')?.textContent ?? null,
      };
    })()`);
  }

  private async go(path: string): Promise<void> {
    await this.page.evaluate(`history.pushState({}, '', '/console${path}'); dispatchEvent(new PopStateEvent('popstate', { state: {} }))`);
  }

  private async leave(): Promise<void> {
    this.at = NOWHERE;
    await this.go(NOWHERE);
    await this.page.locator('main h1', { hasText: /没有找到这个页面|This page was not found/ }).waitFor();
    await this.page.clock.fastForward(FORGOTTEN_MS);
  }

  private async open(path: string, mood: Mood): Promise<void> {
    await this.leave();
    await this.api.become(mood);
    this.at = path;
    if (mood === 'silent' && knowsAlready.has(path)) await this.page.goto(`${this.browsing.url}/console${path}`);
    else await this.go(path);
    await this.page
      .locator('main h1', { hasNotText: /没有找到这个页面|This page was not found/ })
      .first()
      .waitFor();
    if (mood !== 'silent') await this.settle();
  }

  /** What failed is asked for again, by its own button. */
  private async tryAgain(mood: Mood): Promise<void> {
    await this.api.become(mood);
    for (let turn = 0; turn < MOST_RETRIES; turn++) {
      const retries = await this.page.evaluate<number>(
        `(() => { const all = [...document.querySelectorAll('main [role="alert"] button')]; all.forEach((one) => one.click()); return all.length; })()`,
      );
      if (retries === 0) return;
      await this.settle();
    }
    this.tell(mood, 'still fails after trying again');
  }

  /** Until nothing more is asked for. */
  private async settle(): Promise<void> {
    for (let before = -1; before !== this.api.seen;) {
      before = this.api.seen;
      await this.page
        .locator('.kbt-loading')
        .first()
        .waitFor({ state: 'detached', ...SOON })
        .catch(() => undefined);
      await this.page.evaluate(DRAWN);
    }
  }

  /** Presses every button once: dialogs and forms are looked at as they open, and as they answer when sent with nothing filled in. */
  private async pressAll(within: string): Promise<void> {
    const { at } = this;
    this.language = this.look.language;
    await this.page.evaluate('delete window.kbtPressed');
    await this.pressEach(within, at);
    this.language = undefined;
  }

  private async pressEach(within: string, at: string): Promise<void> {
    for (let turn = 0; turn < MOST_BUTTONS; turn++) {
      const pressed = await this.page.evaluate<Pressed | undefined>(press(within));
      if (!pressed) return;
      await this.settle();
      const { name, alerts, isTab } = pressed;
      if (await this.isOpen()) await this.dialog(name);
      else if (isTab) await this.see(`tab ${name}`);
      else if (![alerts, ''].includes(await this.page.evaluate<string>(ALERTS))) await this.see(`sent: ${name}`);
      const isElsewhere = !(await this.page.evaluate<string>('location.pathname')).endsWith(at);
      if (isElsewhere || (await this.isOpen())) await this.again(at);
    }
    this.tell('all', `more than ${MOST_BUTTONS} buttons`);
  }

  private async isOpen(): Promise<boolean> {
    return (await this.page.locator(`${OVERLAY}:visible`).count()) > 0;
  }

  private async dialog(name: string): Promise<void> {
    await this.see(`dialog ${name}`, OVERLAY);
    const send = this.page.locator(`${OVERLAY}:visible :is(.ant-modal-footer .ant-btn-primary, button[type="submit"])`).last();
    if ((await send.count()) > 0 && (await send.isEnabled())) {
      await send.evaluate('(one) => one.click()');
      await this.settle();
      if (await this.isOpen()) await this.see(`dialog ${name}, sent`, OVERLAY);
    }
    await this.page.keyboard.press('Escape');
    await this.page
      .locator(`${OVERLAY}:visible`)
      .first()
      .waitFor({ state: 'hidden', timeout: 1000 })
      .catch(() => undefined);
  }

  /** The same screen anew, what was pressed remembered. */
  private async again(path: string): Promise<void> {
    if (path === NOWHERE) await this.leave();
    else await this.open(path, this.moods.at(-1) ?? 'full');
  }
}
