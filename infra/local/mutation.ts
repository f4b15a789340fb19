import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { root } from './folders.ts';

/** `npm run mutation -- [--mutate FILE]`: whether the tests of the policy notice a change (CONTRIBUTING.md). */
export async function mutation(args: readonly string[]): Promise<number> {
  const stryker = `${root}/node_modules/@stryker-mutator/core/bin/stryker.js`;
  const child = spawn(process.execPath, [stryker, 'run', 'stryker.config.json', ...args], { cwd: root, stdio: 'inherit' });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}
