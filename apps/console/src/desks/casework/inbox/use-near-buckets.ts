import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { BUCKETS, inboxQuery, type InboxPlace } from '../api.ts';

/** Asks for what a click on a bucket shows once the list itself is there: the click then answers at once, also among 300,000 tasks. */
export function useNearBuckets({ view, stage }: InboxPlace, isListed: boolean): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isListed || view === 'done') return;
    for (const bucket of BUCKETS)
      void queries.prefetchInfiniteQuery(inboxQuery({ view, bucket, ...(stage === undefined ? {} : { stage }) }));
  }, [queries, view, stage, isListed]);
}
