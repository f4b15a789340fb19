import { queryOptions } from '@tanstack/react-query';
import { api, versioned } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

/** An uploaded roster with what was found in it. */
export type Roster = components['schemas']['RosterResponse'];

/** An upload as it was last judged; it changes only by what is done on this screen, or in another one's place (412). */
export const rosterQuery = (id: string) =>
  queryOptions({
    queryKey: ['rosters', id],
    queryFn: () => versioned<Roster>(api.GET('/v1/rosters/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });
