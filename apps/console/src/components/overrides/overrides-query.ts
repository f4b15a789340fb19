import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Override = components['schemas']['OverrideResponse'];
export type OverrideFact = Override['fact'];

/** What two persons decided, or are asked to, for persons of a claim. */
export const overridesQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['claims', claimId, 'overrides'],
    queryFn: () => answer(api.GET('/v1/claims/{id}/overrides', { params: { path: { id: claimId } } })),
  });

export interface PersonOfClaim {
  readonly personId: string;
  /** Surname and stars, with the masked number that tells namesakes apart. */
  readonly name: string;
}

/** The persons of a claim, also while nothing is computed of them yet. */
export const personsOfClaimQuery = (claimId: string) =>
  queryOptions({
    queryKey: ['claims', claimId, 'persons'],
    queryFn: async (): Promise<readonly PersonOfClaim[]> => {
      const params = { path: { id: claimId } };
      const claim = await answer(api.GET('/v1/claims/{id}', { params }));
      const subjects = await answer(api.GET('/v1/claims/{id}/subjects', { params }));
      const named = [...claim.lines, ...subjects.items].map(({ personId, name, maskedIdNumber }): PersonOfClaim => ({
        personId,
        name: maskedIdNumber === null ? name : `${name} ${maskedIdNumber}`,
      }));
      return [...new Map(named.map((one) => [one.personId, one])).values()];
    },
  });
