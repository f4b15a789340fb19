import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runBench } from '../../test/bench/run-bench.ts';
import { sections, type SectionName } from '../../test/bench/sections/index.ts';
import { root } from './folders.ts';
import { PlainError } from './plain-error.ts';
import { say } from './progress.ts';

function isSection(name: string): name is SectionName {
  return Object.hasOwn(sections, name);
}

/**
 * `npm run bench -- [--smoke] [section ...]`: CPU, write transactions and WAL of each process for one piece of work after another, on an
 * installation of its own. `--smoke` looks quickly whether everything still runs; its figures are not measurements.
 */
export async function bench(args: readonly string[]): Promise<number> {
  mkdirSync(path.join(root, '.data'), { recursive: true });
  const named = args.filter((arg) => arg !== '--smoke');
  const unknown = named.find((name) => !isSection(name));
  if (unknown !== undefined)
    throw new PlainError(`"${unknown}" is not a section: use some of ${Object.keys(sections).join(', ')}, or none for all.`);
  const only = (Object.keys(sections) as SectionName[]).filter((name) => named.length === 0 || named.includes(name));
  await runBench(say, { isSmoke: args.includes('--smoke'), only });
  return 0;
}
