import { queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';
import type { components } from '../../../api/schema.gen.ts';

export type Policy = components['schemas']['PolicyResponse'];
export type PolicyDocument = components['schemas']['PolicyDocumentResponse'];
export type ListedValue = components['schemas']['ListedValueResponse'];
export type ValueKind = ListedValue['kind'];

/** A policy that is registered never changes; only the list grows. */
const forever = { staleTime: Infinity };

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: async () => (await answer(api.GET('/v1/policies'))).items,
});

export const documentQuery = (policy: string) =>
  queryOptions({
    queryKey: ['policies', policy, 'document'],
    queryFn: () => answer(api.GET('/v1/policies/{policy}/document', { params: { path: { policy } } })),
    ...forever,
  });

export const valuesQuery = (policy: string) =>
  queryOptions({
    queryKey: ['policies', policy, 'values'],
    queryFn: async () => (await answer(api.GET('/v1/policies/{policy}/values', { params: { path: { policy } } }))).items,
    ...forever,
  });

export const subsidiesQuery = (policy: string) =>
  queryOptions({
    queryKey: ['policies', policy, 'subsidies'],
    queryFn: async () => (await answer(api.GET('/v1/policies/{policy}/subsidies', { params: { path: { policy } } }))).items,
    ...forever,
  });
