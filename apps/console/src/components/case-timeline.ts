import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../api/client.ts';

/** Everything that happened to a case, as far as the person may see it. */
export const timelineQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['cases', 'timeline', caseId],
    queryFn: () => answer(api.GET('/v1/cases/{id}/timeline', { params: { path: { id: caseId } } })),
  });
