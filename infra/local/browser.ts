import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PlainError } from './plain-error.ts';
import { step } from './progress.ts';

/** The headless build comes first: the same engine without a desktop around it takes two thirds of the CPU. */
const PLACES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);
const PACKAGES = ['chromium-headless-shell', 'chromium'] as const;
/** With the tool that lists fonts. */
const FONTS = ['fonts-noto-cjk', 'fontconfig'] as const;

/** The browser the tests use: `CHROMIUM`, or where distributions put it; undefined where there is none. */
export function findBrowser(): string | undefined {
  const named = process.env['CHROMIUM'];
  return named !== undefined && named !== '' ? named : PLACES.find((file) => existsSync(file));
}

function hasChineseFont(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' });
  return status === 0 && stdout.trim() !== '';
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

function apt(...args: readonly string[]): boolean {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync('apt-get', ['-qq', ...args], { env, stdio: ['ignore', 'ignore', 'inherit'] }).status === 0;
}

function install(...packages: readonly string[]): boolean {
  return apt('install', '-y', '--no-install-recommends', ...packages);
}

/**
 * Sees to it that there is a browser and a Chinese font for the tests in `test/browser`; installs Debian's where that is possible.
 * @throws PlainError that says what to install.
 */
export async function ensureBrowser(): Promise<void> {
  const missing = [...(findBrowser() === undefined ? ['Chromium'] : []), ...(hasChineseFont() ? [] : ['a Chinese font'])];
  if (missing.length === 0) return;
  const sentence = `The browser tests need ${missing.join(' and ')}: install them (Debian: apt-get install ${[PACKAGES[0], ...FONTS].join(' ')}), or name a Chromium in CHROMIUM.`;
  if (!canInstall()) throw new PlainError(sentence);
  await step(`installing ${missing.join(' and ')} for the browser tests (once)`, () => {
    apt('update');
    if (!hasChineseFont()) install(...FONTS);
    if (findBrowser() === undefined && !install(PACKAGES[0])) install(PACKAGES[1]);
    return Promise.resolve();
  });
  if (findBrowser() === undefined || !hasChineseFont()) throw new PlainError(sentence);
}
