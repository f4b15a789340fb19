import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, versioned } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

export type Institution = components['schemas']['InstitutionDetailResponse'];
export type Kind = Institution['kind'];

const PAGE = 100;

export const institutionsQuery = infiniteQueryOptions({
  queryKey: ['institutions', 'list'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/institutions', { params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const institutionQuery = (id: string) =>
  queryOptions({
    queryKey: ['institutions', 'one', id],
    queryFn: () => versioned(api.GET('/v1/institutions/{id}', { params: { path: { id } } })),
  });
