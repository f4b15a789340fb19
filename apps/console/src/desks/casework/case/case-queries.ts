import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answer, api } from '../../../api/client.ts';

const PAGE = 200;

export const classQuery = (id: string) =>
  queryOptions({ queryKey: ['classes', 'one', id], queryFn: () => answer(api.GET('/v1/classes/{id}', { params: { path: { id } } })) });

export const filingQuery = (id: string, kind: 'opening' | 'completion') =>
  queryOptions({
    queryKey: ['classes', 'filing', id, kind],
    queryFn: () => answer(api.GET('/v1/classes/{id}/filings/{kind}', { params: { path: { id, kind } } })),
  });

export const eligibilityQuery = (id: string) =>
  queryOptions({
    queryKey: ['classes', 'eligibility', id],
    queryFn: () => answer(api.GET('/v1/classes/{id}/eligibility', { params: { path: { id } } })),
  });

/** Somebody of the class, as lists show them. */
export interface Enrolled {
  readonly id: string;
  readonly personId: string;
  readonly status: string;
  readonly name: string;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly payableDays: number;
  readonly isCompleted: boolean;
  readonly outcome: string | null;
  readonly employmentProofs: number;
}

export const enrollmentsQuery = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['classes', 'enrollments', id],
    queryFn: async ({ pageParam }) => {
      const query = { limit: PAGE, ...(pageParam === null ? {} : { cursor: pageParam }) };
      const page: unknown = await answer(api.GET('/v1/classes/{id}/enrollments', { params: { path: { id }, query } }));
      return page as { readonly items: readonly Enrolled[]; readonly nextCursor: string | null };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });

export interface Step {
  readonly rule: string;
  readonly arithmetic: string;
  readonly resultFen: string;
  readonly clause: string;
  readonly kind: 'stated' | 'chosen' | 'missing';
}

export interface ClaimLine {
  readonly lineId: string;
  readonly personId: string;
  readonly name: string;
  readonly maskedIdNumber: string | null;
  readonly amount: { readonly value: string };
  readonly state: string;
  readonly explanation: { readonly steps?: readonly Step[]; readonly exclusion?: { readonly code: string; readonly clause: string } };
}

export interface Claim {
  readonly id: string;
  readonly number: string;
  readonly submittedVersion: number | null;
  readonly linesTotal: { readonly value: string };
  readonly lines: readonly ClaimLine[];
}

export const claimQuery = (id: string) =>
  queryOptions({
    queryKey: ['claims', 'one', id],
    queryFn: async () => {
      const claim: unknown = await answer(api.GET('/v1/claims/{id}', { params: { path: { id } } }));
      return claim as Claim;
    },
  });

export interface Recomputation {
  readonly agrees: boolean;
  readonly persons: number;
  readonly total: { readonly value: string };
}

export const recomputationQuery = (id: string) =>
  queryOptions({
    queryKey: ['claims', 'recomputation', id],
    queryFn: async () => {
      const found: unknown = await answer(api.GET('/v1/claims/{id}/recomputation', { params: { path: { id } } }));
      return found as Recomputation;
    },
  });
