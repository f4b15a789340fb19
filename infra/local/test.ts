import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporalBinaries } from '../temporal/binaries.ts';
import { ensureBrowser } from './browser.ts';
import { root } from './folders.ts';
import { say } from './progress.ts';
import { endTestLeftovers } from './test-leftovers.ts';

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** `npm test`: every test, in directories of its own; the last line tells the totals. Interrupted, it leaves as little behind as when it ends. */
export async function test(args: readonly string[]): Promise<number> {
  if (!process.env['TEMPORAL_ADDRESS']) await temporalBinaries();
  await ensureBrowser();
  await endTestLeftovers();
  const report = path.join(root, '.test', `report-${process.pid}.json`);
  const code = await runJest([`--outputFile=${report}`, ...args]);
  await endTestLeftovers();
  if (code === undefined) {
    say('interrupted; what the tests had started is stopped');
    return 1;
  }
  const totals = JSON.parse(readFileSync(report, 'utf8')) as Totals;
  rmSync(report, { force: true });
  const broken = totals.numRuntimeErrorTestSuites;
  if (broken > 0) say(`${broken} test files could not be run`);
  say(`${totals.numPassedTests} passed, ${totals.numFailedTests + broken} failed`);
  return code;
}

/** Answers Jest's exit code, or undefined when it was interrupted. */
async function runJest(args: readonly string[]): Promise<number | undefined> {
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, ['--no-warnings=DEP0040', jest, '--json', '--silent', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true, // a group of its own: Jest's workers do not end by themselves when Jest is interrupted
  });
  let isInterrupted = false;
  const interrupt = (): void => {
    isInterrupted = true;
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, interrupt);
  const code = await new Promise<number>((resolve) => child.once('exit', (value) => resolve(value ?? 1)));
  return isInterrupted ? undefined : code;
}
