import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import { everyPage } from '../../../api/every-page.ts';
import type { components } from '../../../api/schema.gen.ts';

export type Claim = components['schemas']['ClaimResponse'];
export type Preview = components['schemas']['PreviewResponse'];

const PAGE = 50;

export const claimsQuery = infiniteQueryOptions({
  queryKey: ['claims'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/claims', { params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const claimQuery = (id: string) =>
  queryOptions({ queryKey: ['claims', id], queryFn: () => answer(api.GET('/v1/claims/{id}', { params: { path: { id } } })) });

/** What a drafted claim would come to today, and what it still lacks. */
export const claimPreviewQuery = (id: string, isOpen: boolean) =>
  queryOptions({
    queryKey: ['claims', id, 'preview'],
    queryFn: () => answer(api.GET('/v1/claims/{id}/preview', { params: { path: { id } } })),
    enabled: isOpen,
  });

export const claimMaterialsQuery = (id: string) =>
  queryOptions({
    queryKey: ['claims', id, 'materials'],
    queryFn: () => everyPage((query) => answer(api.GET('/v1/claims/{id}/materials', { params: { path: { id }, query } }))),
  });
