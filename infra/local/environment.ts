import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Children } from './children.ts';
import { PlainError } from './plain-error.ts';

const NAME = 'environment.json';
const OWN = /^(DATABASE_URL_|KBT_|TEMPORAL_|PUBLIC_URL$|PORT$)/;

/** Notes what the processes of an installation run with, so that a command given beside a running `npm start` finds them. */
export function rememberEnvironment(folder: string, env: NodeJS.ProcessEnv): void {
  const own = Object.fromEntries(Object.entries(env).filter(([name]) => OWN.test(name)));
  writeFileSync(path.join(folder, NAME), JSON.stringify(own, null, 2), { mode: 0o600 });
}

/**
 * The environment of the installation that runs from a folder.
 * @throws PlainError where none runs.
 */
export function runningEnvironment(folder: string): NodeJS.ProcessEnv {
  if (Children.ownerOf(folder) === undefined) throw new PlainError(`开班通 does not run from ${folder}: start it with "npm start" first.`);
  return JSON.parse(readFileSync(path.join(folder, NAME), 'utf8')) as NodeJS.ProcessEnv;
}
