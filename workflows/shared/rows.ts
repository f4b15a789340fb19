import { proxyLocalActivities } from '@temporalio/workflow';

/** Activities on rows run in the worker itself: one marker in the history, no task queue. They repeat until the rows answer. */
export function rowsOf<Activities>() {
  return proxyLocalActivities<Activities>({
    startToCloseTimeout: '6s',
    localRetryThreshold: '30s',
    retry: { initialInterval: '200ms', maximumInterval: '5s' },
  });
}
