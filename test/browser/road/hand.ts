import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Cookie, Download, Locator, Page } from 'playwright-core';
import { root } from '../../../infra/local/folders.ts';
import type { Browsing } from '../support/browsing.ts';
import { settled } from '../support/settled.ts';
import { Keyboard } from './keyboard.ts';

/** The paper the sandbox's guide hands out: readable, and about nobody. */
export const PAPER = readFileSync(path.join(root, 'apps/console/src/app/sandbox/sample-material.pdf'));

/**
 * People walking a road by hand: every act is what somebody sees, clicks and types. They take turns at one computer, each with a session of
 * their own and nothing on the page but what the server answers: thirty browsers would spend half of their time on starting.
 */
export class Hand {
  private page: Page | undefined;
  private who: string | undefined;
  private readonly sessions = new Map<string, Cookie[]>();

  constructor(private readonly browsing: Browsing) {}

  /** Sits down as somebody at a screen, loaded anew; who comes for the first time signs in. */
  async be(login: string, at = '/'): Promise<Page> {
    const page = await this.seat();
    const session = this.sessions.get(login);
    if (session) await page.context().addCookies(session);
    await (session ? this.browsing.open(page, at) : this.browsing.signIn(page, login, at));
    this.who = login;
    return page;
  }

  /** The computer, nobody signed in and nothing kept. */
  private async seat(): Promise<Page> {
    if (!this.page) return (this.page = await this.browsing.visitor('/'));
    const context = this.page.context();
    if (this.who !== undefined) this.sessions.set(this.who, await context.cookies());
    this.who = undefined;
    await this.browsing.empty(this.page);
    await context.clearCookies();
    return this.page;
  }

  /** Sits down as whom the guide, on the last person's screen, names for the next act. */
  async next(login: string, at = '/'): Promise<Page> {
    const { page } = this;
    if (page && !(await this.isNamed(page, login))) throw new Error(`the guide does not name ${login}`);
    return this.be(login, at);
  }

  private async isNamed(page: Page, login: string): Promise<boolean> {
    const guide = page.getByRole('dialog', { name: '演示向导' });
    if (!(await guide.isVisible())) await page.getByRole('button', { name: /演示向导/ }).click();
    const account = guide.getByRole('link').filter({ hasText: login });
    return account
      .first()
      .waitFor()
      .then(
        () => true,
        () => this.picture(`guide-without-${login}`).then(() => false),
      );
  }

  /** Sits down as somebody who has no pointer: also the sign-in is done by keys. */
  async type(login: string, at: string): Promise<Keyboard> {
    const page = await this.seat();
    await page.goto(`${this.browsing.url}/console${at}`);
    const keyboard = await Keyboard.at(page);
    await keyboard.press(page.getByRole('button', { name: '登录' }).or(page.getByRole('link', { name: '登录' })));
    await keyboard.press(page.locator(`button[name="login"][value="${login}"]`));
    await page.locator('.kbt-shell h1').waitFor();
    await settled(page);
    this.who = login;
    return keyboard;
  }

  /** Moves the sandbox's clock in the guide, as `sysadmin`. */
  async goTo(day: string): Promise<void> {
    const page = await this.be('sysadmin');
    const clock = page.getByRole('button', { name: /演示向导，演示日期 \d/ });
    if ((await clock.innerText()).includes(day)) return;
    await clock.click();
    const guide = page.getByRole('dialog', { name: '演示向导' });
    await guide.getByLabel('把演示时钟拨到').fill(day);
    await guide.getByRole('button', { name: '拨钟' }).click();
    await page.getByRole('button', { name: `演示向导，演示日期 ${day}` }).waitFor();
  }

  /** Proves anew who one is, where an act asks for it. */
  async prove(): Promise<void> {
    if (!this.page) throw new Error('nobody sits at the screen');
    await this.browsing.proveAnew(this.page);
    await settled(this.page);
  }

  /** @throws where axe finds something serious on the screen. */
  async mustBeAccessible(): Promise<void> {
    const findings = this.page ? await this.browsing.axe(this.page) : [];
    if (findings.length > 0) throw new Error(findings.join('\n'));
  }

  /** Keeps a picture of the screen; the main ones stand in docs/screens. */
  async picture(name: string): Promise<void> {
    if (this.page) await this.browsing.picture(this.page, `road-${name}`);
  }
}

/** Waits until the paper beside the form is drawn and all else has come. */
export async function drawn(page: Page): Promise<void> {
  await page.locator('canvas[aria-busy="false"]').waitFor();
  await settled(page);
}

/** Chooses an option of a select by its label. */
export async function choose(page: Page, label: string | RegExp, option: string): Promise<void> {
  await page.getByLabel(label, { exact: typeof label === 'string' }).click();
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option }).first().click();
}

/** Chooses a file with the system's dialog a button opens. */
export async function chooseFile(page: Page, button: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  const [dialog] = await Promise.all([page.waitForEvent('filechooser'), button.click()]);
  await dialog.setFiles(file);
}

/** What a link has downloaded. */
export async function readDownload(download: Download): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Uploads a paper into every slot that lacks one. */
export async function supplyPapers(page: Page): Promise<void> {
  const table = page.getByRole('region', { name: '申报材料' });
  await table.getByRole('row').nth(1).waitFor();
  for (;;) {
    const lacking = table
      .getByRole('row')
      .filter({ hasText: '缺少' })
      .filter({ has: page.getByRole('button') });
    const left = await lacking.count();
    if (left === 0) return;
    const row = lacking.first();
    const title = await row.getByRole('rowheader').innerText();
    await chooseFile(page, row.getByRole('button').first(), { name: 'sample.pdf', mimeType: 'application/pdf', buffer: PAPER });
    await table.getByRole('row').filter({ hasText: title }).filter({ hasText: '已齐' }).waitFor();
  }
}

/** Presses a button and the one of the dialog that asks once more. */
export async function confirmed(page: Page, button: string, act: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: act, exact: true }).click();
  await dialog.waitFor({ state: 'hidden' });
}
