import { gzipSync } from 'node:zlib';
import { Browsing } from './support/browsing.ts';

const languages = ['zh', 'en'] as const;
/** Of the 350 kB the first screen may load, what all screens share; the inbox's own script comes on top. */
const SHARED_SCRIPT_KB = 300;

describe('the console’s door', () => {
  let browsing: Browsing;
  beforeAll(async () => (browsing = await Browsing.start()), 180_000);
  afterAll(() => browsing.stop());
  afterEach(async () => expect(await browsing.leave()).toEqual([]));

  it.each(languages)('welcomes a stranger accessibly (%s)', async (language) => {
    const page = await browsing.stranger({ language });
    await page.getByRole('heading', { name: '开班通' }).waitFor();
    expect(await browsing.atBothWidths(page, `welcome-${language}`)).toEqual([]);
  });

  it('leads to the sign-in page, which names whom to be, and back to the very place', async () => {
    const page = await browsing.stranger({ path: '/nowhere?a=1' });
    await page.getByRole('button', { name: '登录' }).click();
    await page.getByText('忻州市人力资源和社会保障局').waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await browsing.picture(page, 'sign-in');
    await page.getByRole('button', { name: /郭志强 · 人社经办人/ }).click();
    await page.getByRole('heading', { name: '没有找到这个页面' }).waitFor();
    expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/console/nowhere?a=1');
    await page.getByText('郭志强').waitFor();
  });

  it.each(languages)('shows the shell accessibly, with one heading that has the focus (%s)', async (language) => {
    const page = await browsing.as('xz.caseworker1', { language, path: '/nowhere' });
    expect(await page.locator('h1').count()).toBe(1);
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(await browsing.atBothWidths(page, `shell-${language}`)).toEqual([]);
  });

  it('keeps no token where a script could read it', async () => {
    const page = await browsing.as('xz.caseworker1');
    const readable = await page.evaluate<string>('JSON.stringify([document.cookie, localStorage, sessionStorage])');
    expect(readable).not.toMatch(/eyJ|kbt_session/);
  });

  it('switches the language on the spot, and the page’s own language with it', async () => {
    const page = await browsing.as('xz.caseworker1', { path: '/nowhere' });
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'This page was not found' }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('tells the keys on ? and can switch them off', async () => {
    const page = await browsing.as('xz.caseworker1', { path: '/nowhere' });
    await page.keyboard.press('?');
    const dialog = page.getByRole('dialog', { name: '快捷键' });
    await dialog.waitFor();
    expect(await browsing.axe(page)).toEqual([]);
    await dialog.getByRole('switch', { name: '启用单键快捷键' }).click();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.keyboard.press('?');
    expect(await dialog.isVisible()).toBe(false);
  });

  it('signs out, and the way back is closed', async () => {
    const page = await browsing.alone('xz.caseworker1', { path: '/nowhere' });
    await page.getByRole('button', { name: '退出登录' }).click();
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
    await page.goto(`${browsing.url}/console/nowhere`);
    await page.getByRole('button', { name: '登录', exact: true }).waitFor();
  });

  it('is sent packed and kept for a year where the name is the hash, and never where it is not', async () => {
    const page = await fetch(`${browsing.url}/console/inbox`);
    const html = await page.text();
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(page.headers.get('content-security-policy')).not.toMatch(/unsafe/);
    expect(html).not.toMatch(/<script(?![^>]*src=)/);
    const script = /src="([^"]+\.js)"/.exec(html)?.[1] ?? '';
    const asset = await fetch(`${browsing.url}${script}`, { headers: { 'accept-encoding': 'br' } });
    expect([asset.headers.get('cache-control'), asset.headers.get('content-encoding')]).toEqual([
      'public, max-age=31536000, immutable',
      'br',
    ]);
    expect((await fetch(`${browsing.url}/console/assets/none.js`)).status).toBe(404);
  });

  it(`loads less than ${SHARED_SCRIPT_KB} kB of packed script before the first screen`, async () => {
    const html = await (await fetch(`${browsing.url}/console/inbox`)).text();
    const scripts = [...html.matchAll(/(?:src|href)="([^"]+\.js)"/g)].map(([, at = '']) => at);
    const texts = await Promise.all(scripts.map(async (at) => (await fetch(`${browsing.url}${at}`)).arrayBuffer()));
    expect(texts.reduce((sum, text) => sum + gzipSync(text).length, 0) / 1000).toBeLessThan(SHARED_SCRIPT_KB);
  });
});
