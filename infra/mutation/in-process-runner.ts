import type { InstrumenterContext } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  DryRunStatus,
  TestStatus,
  toMutantRunResult,
  type DryRunOptions,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { glob } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { collectSpecs, type CollectedTest } from './collected-specs.ts';

const SPECS = 'libs/policy/{calculation,calendar}/**/*.spec.ts';

/** A mutant falls by few random cases or by none; the same ones each time, so that two runs give one figure; nobody reads the smallest counterexample. */
const FEW_CASES = { numRuns: 40, seed: 20_240_401, endOnFailure: true } as const;

declare global {
  /** Where Stryker's instrumented code looks which mutant is active and writes which mutants a test has passed. */
  var __stryker__: InstrumenterContext;
}

/**
 * Runs the specs of the pure policy in Stryker's own process: they are imported once, and each mutant costs only the tests that reach it, milliseconds instead of a
 * start of Jest. Mutants of a module's top level cannot be switched after import; for each of them Stryker starts a new process.
 */
class InProcessRunner implements TestRunner {
  private tests: readonly CollectedTest[] | undefined;

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false };
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    const tests = await this.load();
    const results = await this.run(tests, coverageAnalysis === 'perTest', false);
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: globalThis.__stryker__.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit, disableBail }: MutantRunOptions): Promise<MutantRunResult> {
    const stryker = (globalThis.__stryker__ ??= {});
    stryker.hitLimit = hitLimit;
    stryker.hitCount = hitLimit === undefined ? undefined : 0;
    if (mutantActivation === 'static') stryker.activeMutant = activeMutant.id;
    const tests = await this.load().catch((error: unknown) => String(error));
    if (typeof tests === 'string') return toMutantRunResult(failedAtImport(tests));
    stryker.activeMutant = activeMutant.id;
    const wanted = testFilter && new Set(testFilter);
    const results = await this.run(wanted ? tests.filter(({ id }) => wanted.has(id)) : tests, false, !disableBail);
    const timeout = determineHitLimitReached(stryker.hitCount, stryker.hitLimit);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: results });
  }

  private async load(): Promise<readonly CollectedTest[]> {
    if (this.tests) return this.tests;
    globalThis.__stryker__ ??= {};
    fc.configureGlobal(FEW_CASES);
    const tests = collectSpecs();
    for await (const file of glob(SPECS)) await import(pathToFileURL(path.resolve(file)).href);
    return (this.tests = tests);
  }

  private async run(tests: readonly CollectedTest[], perTest: boolean, bail: boolean): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const { id, run } of tests) {
      if (perTest) globalThis.__stryker__.currentTestId = id;
      const start = performance.now();
      try {
        await run();
        results.push({ id, name: id, timeSpentMs: performance.now() - start, status: TestStatus.Success });
      } catch (error) {
        const failureMessage = error instanceof Error ? error.message : String(error);
        results.push({ id, name: id, timeSpentMs: performance.now() - start, status: TestStatus.Failed, failureMessage });
        if (bail) break;
      }
    }
    return results;
  }
}

/** A mutant that does not even load is found by every test. */
function failedAtImport(failureMessage: string): DryRunResult {
  const name = 'the specs can be imported';
  return { status: DryRunStatus.Complete, tests: [{ id: name, name, timeSpentMs: 0, status: TestStatus.Failed, failureMessage }] };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
