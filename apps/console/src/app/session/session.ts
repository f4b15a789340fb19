import { queryOptions, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import type { Role } from '#libs/contracts';
import { answer, api, inBackground } from '../../api/client.ts';
import type { components } from '../../api/schema.gen.ts';

export type Session = components['schemas']['SessionResponse'];
export type Office = components['schemas']['MyOfficeResponse'];

const ASK_AGAIN_MS = 60_000;

/** Who is signed in, asked every minute without keeping the session alive. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => answer(api.GET('/session', { headers: inBackground })),
  staleTime: ASK_AGAIN_MS / 2,
  refetchInterval: ASK_AGAIN_MS,
});

export const useSession = () => useQuery(sessionQuery);

export interface Me {
  readonly accountId: string;
  readonly name: string;
  readonly login: string;
  readonly office: Office;
  readonly offices: readonly Office[];
  readonly roles: readonly Role[];
  readonly isSandbox: boolean;
  /** Whether an authenticator is enrolled. */
  readonly hasSecondFactor: boolean;
  /** Whether this sign-in took a one-time code, within the last five minutes. */
  readonly maySign: boolean;
}

/** The person at the screen and the office they act for. Only below the session gate. */
export function useMe(): Me {
  const { data } = useSuspenseQuery(sessionQuery);
  const office = data.person?.offices.find(({ officeId }) => officeId === data.officeId);
  if (!data.person || !office) throw new Error('useMe() stands below the session gate');
  const { accountId, name, login, offices, hasSecondFactor } = data.person;
  const maySign = data.signSecondsLeft > 0;
  return { accountId, name, login, office, offices, roles: office.roles, isSandbox: data.sandbox, hasSecondFactor, maySign };
}

/**
 * Sends the browser to the sign-in page, and back to this very place.
 * @param purpose `signature`: with the one-time code, so that a signature or a release may follow.
 */
export function goToSignIn(purpose: 'work' | 'signature'): void {
  const here = `${location.pathname}${location.search}${location.hash}`;
  const factor = purpose === 'signature' ? '&acr=mfa' : '';
  location.assign(`/session/sign-in?returnTo=${encodeURIComponent(here)}${factor}`);
}
