import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '../app/session/session.ts';
import { ProblemError } from './problem-error.ts';

/** Who is refused as nobody asks whether the session has ended, which is told once, over the page. A sign-in too old for a signature is the act's own matter. */
function noticeEnd(error: Error): void {
  if (error instanceof ProblemError && error.problem.code === 'UNAUTHENTICATED')
    void queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey });
}

/** Worth asking again: the network, or a server that is away for a moment. */
function isPassing(error: Error): boolean {
  return error instanceof ProblemError && (error.problem.status === 0 || error.problem.status >= 502);
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeEnd }),
  mutationCache: new MutationCache({ onError: noticeEnd }),
  defaultOptions: {
    queries: { staleTime: 10_000, retry: (count, error) => count < 2 && isPassing(error), refetchOnWindowFocus: true },
    mutations: { retry: false },
  },
});
