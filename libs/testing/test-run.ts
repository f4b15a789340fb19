import type { Children } from '../../infra/local/children.ts';

/** What one test run has started, kept between Jest's setup and teardown. */
export interface TestRun {
  readonly folder: string;
  readonly clusterFolder: string;
  readonly children: Children;
  /** The product the browser tests look at; answers how to stop it. */
  product?: Promise<() => Promise<void>>;
}
