import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { runBench } from '../../test/bench/run-bench.ts';
import { root } from './folders.ts';
import { say } from './progress.ts';

/** `npm run bench`: CPU, write transactions and WAL of the road and of a large roster, on an installation of its own. */
export async function bench(): Promise<number> {
  mkdirSync(path.join(root, '.data'), { recursive: true });
  await runBench(say);
  return 0;
}
