import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api, inBackground, versioned } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type InboxItem = components['schemas']['InboxItemResponse'];
export type TaskDetail = components['schemas']['TaskDetailResponse'];
export type Mark = components['schemas']['MarkResponse'];
export type Counts = components['schemas']['InboxCountsResponse'];
export type Material = TaskDetail['materials'][number];

export const VIEWS = ['group', 'mine', 'unassigned', 'escalated', 'done'] as const;
export type View = (typeof VIEWS)[number];
export const BUCKETS = ['overdue', 'today', 'soon'] as const;
export type Bucket = (typeof BUCKETS)[number];

/** Which part of the inbox is looked at; all of it stands in the address. */
export interface InboxPlace {
  readonly view: View;
  readonly bucket?: Bucket;
  readonly stage?: string;
}

const PAGE = 50;
/** Asked again this often where no live stream runs. */
const POLL_MS = 30_000;

export const inboxQuery = (place: InboxPlace) =>
  infiniteQueryOptions({
    queryKey: ['tasks', 'list', place],
    queryFn: ({ pageParam }) =>
      answer(api.GET('/v1/tasks', { params: { query: { ...place, limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) } } })),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export const countsQuery = queryOptions({
  queryKey: ['tasks', 'counts'],
  queryFn: () => answer(api.GET('/v1/inbox/counts', { headers: inBackground })),
  refetchInterval: POLL_MS,
});

export const taskQuery = (id: string) =>
  queryOptions({ queryKey: ['tasks', 'one', id], queryFn: () => versioned(api.GET('/v1/tasks/{id}', { params: { path: { id } } })) });

export const filtersQuery = queryOptions({ queryKey: ['tasks', 'filters'], queryFn: () => answer(api.GET('/v1/inbox/filters')) });

export const colleaguesQuery = (id: string) =>
  queryOptions({
    queryKey: ['tasks', 'colleagues', id],
    queryFn: () => answer(api.GET('/v1/tasks/{id}/colleagues', { params: { path: { id } } })),
  });

export const trackingQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'one', caseId],
    queryFn: () => answer(api.GET('/v1/cases/{id}', { params: { path: { id: caseId } } })),
  });
