import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type RosterChange = components['schemas']['RosterChangeResponse'];
export type FilingChangesOf = components['schemas']['FilingChangesResponse'] & { readonly roster: readonly RosterChange[] };
export type FilingKind = FilingChangesOf['kind'];

export interface Compared {
  readonly classId: string;
  readonly kind: FilingKind;
  readonly from: number;
  /** Undefined: what stands now, for the institution itself. */
  readonly to?: number | undefined;
}

/** What differs between two submissions, the roster's rows included. */
export const changesQuery = ({ classId, kind, from, to }: Compared) =>
  queryOptions({
    queryKey: ['classes', classId, 'filing', kind, 'changes', from, to ?? null],
    queryFn: async (): Promise<FilingChangesOf> => {
      const params = { path: { id: classId, kind }, query: { from, ...(to === undefined ? {} : { to }) } };
      const changes = await answer(api.GET('/v1/classes/{id}/filings/{kind}/changes', { params }));
      const until = changes.to.submittedAt;
      const query = { since: changes.from.submittedAt ?? '', ...(until === null ? {} : { until }) };
      const { items } = await answer(api.GET('/v1/classes/{id}/roster-changes', { params: { path: { id: classId }, query } }));
      return { ...changes, roster: items };
    },
  });
