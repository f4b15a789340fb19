import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

export type Account = components['schemas']['AccountResponse'];
export type Office = components['schemas']['OfficeResponse'];
export type Grant = Account['grants'][number];
export type RightsPreview = components['schemas']['RightsPreviewResponse'];
export type WantedRights = components['schemas']['RightsPreviewRequest'];

const PAGE = 100;

export const accountsQuery = infiniteQueryOptions({
  queryKey: ['accounts'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/accounts', { params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const officesQuery = queryOptions({
  queryKey: ['offices'],
  queryFn: async () => (await answer(api.GET('/v1/offices', { params: { query: { limit: PAGE } } }))).items,
});

export const delegationsQuery = queryOptions({
  queryKey: ['delegations', 'region'],
  queryFn: async () => (await answer(api.GET('/v1/delegations', { params: { query: { scope: 'region', limit: PAGE } } }))).items,
});

export const interestsQuery = queryOptions({
  queryKey: ['declared-interests'],
  queryFn: async () => (await answer(api.GET('/v1/declared-interests', { params: { query: { limit: PAGE } } }))).items,
});

/** What a change of rights would mean; not asked while it is not whole. */
export const previewQuery = (wanted: WantedRights | undefined) =>
  queryOptions({
    queryKey: ['rights-preview', wanted],
    enabled: wanted !== undefined,
    queryFn: () => {
      if (!wanted) throw new Error('nothing to preview');
      return answer(api.POST('/v1/rights/preview', { body: wanted }));
    },
  });
