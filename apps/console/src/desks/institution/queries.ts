import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, versioned } from '../../api/client.ts';
import { everyPage } from '../../api/every-page.ts';
import type { components } from '../../api/schema.gen.ts';

export type TrainingClass = components['schemas']['ClassResponse'];
export type ClassDetail = components['schemas']['ClassDetailResponse'];
export type Filing = components['schemas']['FilingResponse'];
export type FilingKind = Filing['kind'];

const PAGE = 50;

export const classesQuery = infiniteQueryOptions({
  queryKey: ['classes'],
  queryFn: ({ pageParam }) =>
    answer(api.GET('/v1/classes', { params: { query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } } })),
  initialPageParam: '',
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const classQuery = (id: string) =>
  queryOptions({ queryKey: ['classes', id], queryFn: () => versioned(api.GET('/v1/classes/{id}', { params: { path: { id } } })) });

export const filingQuery = (id: string, kind: FilingKind) =>
  queryOptions({
    queryKey: ['classes', id, 'filing', kind],
    queryFn: () => answer(api.GET('/v1/classes/{id}/filings/{kind}', { params: { path: { id, kind } } })),
  });

export const materialsQuery = (id: string) =>
  queryOptions({
    queryKey: ['classes', id, 'materials'],
    queryFn: () => everyPage((query) => answer(api.GET('/v1/classes/{id}/materials', { params: { path: { id }, query } }))),
  });

/** Where a case is, whose turn, until when. A class that was never filed has none. */
export const trackingQuery = (id: string, isFiled: boolean) =>
  queryOptions({
    queryKey: ['cases', id],
    queryFn: () => answer(api.GET('/v1/cases/{id}', { params: { path: { id } } })),
    enabled: isFiled,
  });

export const teachersQuery = queryOptions({
  queryKey: ['teachers'],
  queryFn: () => everyPage((query) => answer(api.GET('/v1/teachers', { params: { query } }))),
});
export const sitesQuery = queryOptions({
  queryKey: ['sites'],
  queryFn: () => everyPage((query) => answer(api.GET('/v1/sites', { params: { query } }))),
});

export const evaluationBodiesQuery = queryOptions({
  queryKey: ['institutions', 'evaluation'],
  queryFn: () => everyPage((query) => answer(api.GET('/v1/institutions', { params: { query: { kind: 'evaluation', ...query } } }))),
});
