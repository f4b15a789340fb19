import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

export type CalendarDay = components['schemas']['CalendarDayResponse'];
export type YearImpact = components['schemas']['YearImpactResponse'];
export type CalendarYear = components['schemas']['CalendarYearRequest'];

export const yearQuery = (year: number) =>
  queryOptions({
    queryKey: ['calendar', year],
    queryFn: async () =>
      (await answer(api.GET('/v1/calendar', { params: { query: { from: `${year}-01-01`, to: `${year}-12-31` } } }))).items,
  });
