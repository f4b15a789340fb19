import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

export type Stuck = components['schemas']['StuckResponse'];
export type StuckRoad = Stuck['roads'][number];
export type LateMessage = Stuck['messages'][number];
export type LateWork = Stuck['lateWork'][number];
export type AlarmedCase = Stuck['alarms'][number];

export const stuckQuery = queryOptions({ queryKey: ['operations', 'stuck'], queryFn: () => answer(api.GET('/v1/operations/stuck')) });

export const fitColleaguesQuery = (taskId: string) =>
  queryOptions({
    queryKey: ['tasks', 'colleagues', taskId],
    queryFn: async () => (await answer(api.GET('/v1/tasks/{id}/colleagues', { params: { path: { id: taskId } } }))).items,
  });
