import type { Children } from '../../infra/local/children.ts';

/** What one test run has started, kept between Jest's setup and teardown. */
export interface TestRun {
  readonly folder: string;
  readonly clusterFolder: string;
  readonly children: Children;
  /** Stops the product the browser tests look at. */
  stopProduct?: () => Promise<void>;
}
