import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, versioned } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

export type Release = components['schemas']['ReleaseResponse'];
export type Changes = components['schemas']['ReleaseChangesResponse'];
export type Impact = components['schemas']['ReleaseImpactResponse'];
export type Preview = components['schemas']['ReleasePreviewResponse'];
export type ReleaseRequest = components['schemas']['ReleaseRequest'];

export const releasesQuery = infiniteQueryOptions({
  queryKey: ['policy-releases', 'list'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/policy-releases', { params: { query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-releases', 'one', id],
    queryFn: () => versioned(api.GET('/v1/policy-releases/{id}', { params: { path: { id } } })),
  });

export const changesQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-releases', 'one', id, 'changes'],
    queryFn: () => answer(api.GET('/v1/policy-releases/{id}/changes', { params: { path: { id } } })),
  });

export const impactQuery = (id: string) =>
  queryOptions({
    queryKey: ['policy-releases', 'one', id, 'impact'],
    queryFn: () => answer(api.GET('/v1/policy-releases/{id}/impact', { params: { path: { id } } })),
  });
