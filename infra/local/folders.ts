import { accessSync, constants, mkdirSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** The checkout: this file runs compiled, from dist/infra/local, or from its source in tests. */
export const root = path.resolve(__dirname, __dirname.includes(`${path.sep}dist${path.sep}`) ? '../../..' : '../..');

/** What outlives a checkout: built servers. `XDG_CACHE_HOME` or `~/.cache`; beside the data where the home folder cannot be written. */
export function cacheFolder(): string {
  const home = process.env['XDG_CACHE_HOME'] ?? path.join(os.homedir(), '.cache');
  const wish = path.join(home, 'kaibantong');
  try {
    mkdirSync(wish, { recursive: true });
    accessSync(wish, constants.W_OK);
    return wish;
  } catch {
    const own = path.join(root, '.data', 'cache');
    mkdirSync(own, { recursive: true });
    return own;
  }
}

/** Where an installation keeps its state: `.data` of the checkout, or the folder `KBT_DATA` names. */
export function dataFolder(): string {
  const folder = path.resolve(process.env['KBT_DATA'] ?? path.join(root, '.data'));
  mkdirSync(folder, { recursive: true });
  return folder;
}
