import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { PlainError } from './plain-error.ts';
import { step } from './progress.ts';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome-stable', '/usr/bin/google-chrome'];
const CJK = ['fonts-noto-cjk', 'fonts-wqy-zenhei'] as const;

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

/**
 * Sees to it that there is a browser and a Chinese font for the tests in `test/browser`; installs Debian's where that is possible.
 * @throws PlainError that says what to install.
 */
export async function ensureBrowser(): Promise<void> {
  const missing = [...(findBrowser() === undefined ? ['chromium'] : []), ...(hasChineseFont() ? [] : [CJK[0]])];
  if (missing.length === 0) return;
  const sentence = `The browser tests need ${missing.join(' and ')}: install it (Debian: apt-get install chromium ${CJK[0]}), or name a Chromium in CHROMIUM.`;
  if (!canInstall()) throw new PlainError(sentence);
  await step(`installing ${missing.join(', ')} for the browser tests (once)`, () =>
    Promise.resolve(apt('update') && apt('install', '-y', '--no-install-recommends', ...missing)),
  );
  if (findBrowser() === undefined || !hasChineseFont()) throw new PlainError(sentence);
}
