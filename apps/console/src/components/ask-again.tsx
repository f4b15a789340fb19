import type { UseQueryResult } from '@tanstack/react-query';
import { ErrorAlert } from './error-alert.tsx';

interface AskAgainProps {
  readonly queries: readonly Pick<UseQueryResult, 'error' | 'refetch'>[];
}

/** Where a screen asks several questions: what went wrong with the first that failed, and a way to ask again all that did. */
export function AskAgain({ queries }: AskAgainProps) {
  const failed = queries.filter(({ error }) => error !== null);
  const [first] = failed;
  return first ? <ErrorAlert error={first.error} onRetry={() => void Promise.all(failed.map(({ refetch }) => refetch()))} /> : null;
}
