import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';

/** Changes are gathered this long, so that a busy minute redraws once (and is read out at most once in ten seconds). */
const GATHER_MS = 1000;
/** Where the stream cannot be held, it is asked about this often. */
const POLL_MS = 20_000;
/** A change to a task changes these. */
const TOPICS = ['tasks', 'cases', 'classes', 'claims'] as const;

function refresh(queries: QueryClient): void {
  for (const topic of TOPICS) void queries.invalidateQueries({ queryKey: [topic], refetchType: 'active' });
}

/** One stream a tab tells what changed; the browser takes it up again by itself. Without a stream the page asks from time to time. */
export function useLive(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let polling: ReturnType<typeof setInterval> | undefined;
    const changed = (): void => {
      gathering ??= setTimeout(() => {
        gathering = undefined;
        refresh(queries);
      }, GATHER_MS);
    };
    const listen = (): EventSource => {
      const opened = new EventSource('/v1/live');
      opened.addEventListener('task', changed);
      opened.addEventListener('reread', changed);
      opened.addEventListener('open', () => {
        clearInterval(polling);
        polling = undefined;
      });
      opened.addEventListener('error', () => {
        polling ??= setInterval(ask, POLL_MS);
      });
      return opened;
    };
    let stream = listen();
    const ask = (): void => {
      changed();
      // Refused, as to a session that had ended, the browser does not try again by itself.
      if (stream.readyState === EventSource.CLOSED) stream = listen();
    };
    return () => {
      stream.close();
      clearTimeout(gathering);
      clearInterval(polling);
    };
  }, [queries]);
}
