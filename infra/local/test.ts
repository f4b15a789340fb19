import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { temporalBinaries } from '../temporal/binaries.ts';
import { ensureBrowser } from './browser.ts';
import { root } from './folders.ts';
import { say } from './progress.ts';

interface Totals {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numFailedTestSuites: number;
  readonly numRuntimeErrorTestSuites: number;
}

/** `npm test`: every test, in directories of its own; the last line tells the totals. */
export async function test(args: readonly string[]): Promise<number> {
  if (!process.env['TEMPORAL_ADDRESS']) await temporalBinaries();
  await ensureBrowser();
  const folder = path.join(root, '.test');
  mkdirSync(folder, { recursive: true });
  const report = path.join(folder, `report-${process.pid}.json`);
  const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  const child = spawn(process.execPath, ['--no-warnings=DEP0040', jest, '--json', `--outputFile=${report}`, '--silent', ...args], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal));
  const code = await new Promise<number>((resolve) => child.once('exit', (value) => resolve(value ?? 1)));
  const totals = JSON.parse(readFileSync(report, 'utf8')) as Totals;
  rmSync(report, { force: true });
  const broken = totals.numRuntimeErrorTestSuites;
  if (broken > 0) say(`${broken} test files could not be run`);
  say(`${totals.numPassedTests} passed, ${totals.numFailedTests + broken} failed`);
  return code;
}
