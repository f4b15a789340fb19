import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../infra/local/folders.ts';
import { journeys } from '../journey/journeys.ts';
import { ownStack } from '../own-stack.ts';
import { Bench, type Figure } from './bench.ts';
import { sections, type SectionName } from './sections/index.ts';
import { tell } from './tell.ts';

export interface BenchOptions {
  readonly isSmoke: boolean;
  /** All of them unless some are named. */
  readonly only: readonly SectionName[];
}

interface Report {
  readonly node: string;
  readonly isSmoke: boolean;
  readonly startSeconds: { readonly first: number; readonly warm: number };
  readonly figures: readonly Figure[];
}

/**
 * Runs the sections on an installation of its own, whose clock begins in a year the policies know, and says what each came to: a table, and
 * `.data/bench.json`. The start is measured twice: with an empty folder, and again with the state of the first.
 */
export async function runBench(say: (line: string) => void, { isSmoke, only }: BenchOptions): Promise<void> {
  const seconds = (since: number) => (performance.now() - since) / 1000;
  const begun = performance.now();
  const empty = await ownStack(journeys['huguan-project'].beginsAt);
  const first = seconds(begun);
  const since = performance.now();
  const stack = await empty.again();
  const answer = await fetch(`${stack.url}/readyz`);
  const startSeconds = { first, warm: seconds(since) };
  try {
    if (!answer.ok) throw new Error(`the installation is not ready: ${answer.status}`);
    const bench = new Bench(stack, isSmoke);
    await bench.rest();
    for (const name of only) await sections[name](bench);
    const report: Report = { node: process.version, isSmoke, startSeconds, figures: bench.figures };
    const file = path.join(root, '.data', 'bench.json');
    writeFileSync(file, JSON.stringify(report, null, 2));
    tell(say, report);
    say(`\n${file}`);
  } finally {
    await stack.stop();
  }
}
