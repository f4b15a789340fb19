import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Enrollment = components['schemas']['EnrollmentResponse'];

const PAGE = 100;
const WHOLE = 200;

/** People of a class, page by page. */
export const enrollmentsQuery = (classId: string) =>
  infiniteQueryOptions({
    queryKey: ['classes', classId, 'enrollments'],
    queryFn: ({ pageParam }) =>
      answer(
        api.GET('/v1/classes/{id}/enrollments', {
          params: { path: { id: classId }, query: { limit: PAGE, ...(pageParam === '' ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
  });

/** Everybody enrolled in a class at once: what is done for the whole class (attendance, vouchers) needs all of them. */
export const everybodyQuery = (classId: string) =>
  queryOptions({
    queryKey: ['classes', classId, 'everybody'],
    queryFn: async (): Promise<readonly Enrollment[]> => {
      const people: Enrollment[] = [];
      for (let cursor: string | null | undefined = ''; cursor !== null && cursor !== undefined;) {
        const page: components['schemas']['EnrollmentPage'] = await answer(
          api.GET('/v1/classes/{id}/enrollments', {
            params: { path: { id: classId }, query: { limit: WHOLE, ...(cursor === '' ? {} : { cursor }) } },
          }),
        );
        people.push(...page.items.filter(({ status }) => status === 'enrolled'));
        cursor = page.nextCursor;
      }
      return people;
    },
  });
