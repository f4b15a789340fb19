import type { CDPSession, Locator, Page } from 'playwright-core';

/** Further away than this nobody tabs. */
const FAR = 120;

/** Hands on a keyboard alone: Tab, arrows, Enter, Space, and Chinese through an input method. No pointer touches the page. */
export class Keyboard {
  private constructor(
    readonly page: Page,
    private readonly session: CDPSession,
  ) {}

  static async at(page: Page): Promise<Keyboard> {
    return new Keyboard(page, await page.context().newCDPSession(page));
  }

  async keys(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.page.keyboard.press(name);
  }

  /** Tabs on until a control has the focus; fails where Tab does not lead. */
  async to(target: Locator): Promise<void> {
    await target.waitFor();
    const focused = target.and(this.page.locator(':focus'));
    for (let presses = 0; presses < FAR; presses++) {
      if ((await focused.count()) > 0) return;
      await this.keys('Tab');
    }
    throw new Error(`Tab does not lead to ${String(target)}`);
  }

  /** A button or a link, pressed. */
  async press(target: Locator): Promise<void> {
    await this.to(target);
    await this.keys('Enter');
  }

  /** A button by its name. */
  async button(name: string | RegExp): Promise<void> {
    await this.press(this.page.getByRole('button', { name, exact: true }).first());
  }

  /** Letters and digits, as they are struck. */
  async type(label: string, text: string): Promise<void> {
    await this.to(this.page.getByLabel(label, { exact: true }));
    await this.page.keyboard.type(text);
  }

  /** Chinese: composed in the input method, whose Enter takes the reading and is no Enter of the page. */
  async compose(label: string | Locator, text: string): Promise<void> {
    const field = typeof label === 'string' ? this.page.getByLabel(label, { exact: true }) : label;
    await this.to(field);
    await this.session.send('Input.imeSetComposition', { text: 'pin yin', selectionStart: 7, selectionEnd: 7 });
    const key = { key: 'Process', code: 'Enter', windowsVirtualKeyCode: 229 };
    await this.session.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key });
    await this.session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    await this.session.send('Input.insertText', { text });
    await this.session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key, key: 'Enter', windowsVirtualKeyCode: 13 });
    if ((await field.inputValue()) !== text) throw new Error(`${String(field)} holds "${await field.inputValue()}"`);
  }

  /** A day in a date field: year, month and day are steps of their own, in the order of the browser's own language. */
  async day(label: string, day: string): Promise<void> {
    const [year = '', month = '', date = ''] = day.split('-');
    const field = this.page.getByLabel(label, { exact: true });
    await this.to(field);
    await this.page.keyboard.type(`${month}${date}${year}`);
    if ((await field.inputValue()) === day) return;
    await this.keys('Shift+Tab', 'Shift+Tab');
    await this.page.keyboard.type(year);
    await this.keys('Tab');
    await this.page.keyboard.type(`${month}${date}`);
    if ((await field.inputValue()) !== day) throw new Error(`${label} holds "${await field.inputValue()}"`);
  }

  /** An option of a select: opened with the arrow, found with the arrow, taken with Enter. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    await this.to(this.page.getByRole('combobox', { name: label, exact: typeof label === 'string' }));
    await this.keys('ArrowDown');
    const active = this.page.locator('.ant-select-dropdown:visible .ant-select-item-option-active');
    for (let presses = 0; presses < FAR; presses++) {
      await active.waitFor();
      if ((await active.innerText()).includes(option)) return this.keys('Enter');
      await this.keys('ArrowDown');
    }
    throw new Error(`${String(label)} does not offer ${option}`);
  }

  /** A file, once a button has opened the system's own dialog. */
  async file(button: Locator, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void> {
    const [dialog] = await Promise.all([this.page.waitForEvent('filechooser'), this.press(button)]);
    await dialog.setFiles(file);
  }
}
