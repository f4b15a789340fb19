import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Dispute = components['schemas']['DisputeResponse'];

const PAGE = 50;

/** Disputes the office or institution may see, the oldest first. */
export const disputesQuery = (answered: boolean) =>
  infiniteQueryOptions({
    queryKey: ['disputes', { answered }],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/disputes', { params: { query: { limit: PAGE, answered, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
