import { infiniteQueryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type PayeeChange = components['schemas']['PayeeChangeResponse'];
export type PaidInstitution = Pick<
  components['schemas']['InstitutionDetailResponse'],
  'id' | 'name' | 'payeeName' | 'payeeBank' | 'payeeAccount'
>;

export const payeeChangesQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['institutions', 'one', id, 'payee-changes'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/institutions/{id}/payee-changes', {
          params: { path: { id }, query: { limit: 20, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });
