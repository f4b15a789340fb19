import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, versioned } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Order = components['schemas']['OrderResponse'];
export type Batch = components['schemas']['BatchResponse'];

const PAGE = 100;

/**
 * Payment orders in one state; what waits is chosen from, so a page is long.
 * @param state `outstanding`: what the bank refused or sent back, and was not ordered anew yet.
 */
export const ordersQuery = (state: Order['state'] | 'outstanding') =>
  queryOptions({
    queryKey: ['payment-orders', state],
    queryFn: async () => (await answer(api.GET('/v1/payment-orders', { params: { query: { state, limit: PAGE } } }))).items,
  });

export const batchesQuery = infiniteQueryOptions({
  queryKey: ['payment-batches'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/payment-batches', { params: { query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const budgetQuery = infiniteQueryOptions({
  queryKey: ['budget-lines'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/budget-lines', { params: { query: { limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const ledgerQuery = (claimId: string) =>
  infiniteQueryOptions({
    queryKey: ['ledger', claimId],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/ledger', { params: { query: { claimId, limit: 50, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

export const batchQuery = (id: string) =>
  queryOptions({
    queryKey: ['payment-batches', id],
    queryFn: () => versioned(api.GET('/v1/payment-batches/{id}', { params: { path: { id } } })),
  });
