import { queryOptions, useQuery } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
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
  refetchOnWindowFocus: 'always', // one may come back from having signed in elsewhere
});

/** The session the screens are drawn for: it stays while the dialog over them says that it has ended. */
export const InsideSession = createContext<Session | undefined>(undefined);

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
  const data = useContext(InsideSession);
  const office = data?.person?.offices.find(({ officeId }) => officeId === data.officeId);
  if (!data?.person || !office) throw new Error('useMe() stands below the session gate');
  const { accountId, name, login, offices, hasSecondFactor } = data.person;
  const maySign = data.signSecondsLeft > 0;
  return { accountId, name, login, office, offices, roles: office.roles, isSandbox: data.sandbox, hasSecondFactor, maySign };
}

/** The page on which a sign-in in a tab of its own ends. */
export const SIGNED_IN = '/console/signed-in';

/**
 * Address of the sign-in.
 * @param purpose `signature`: with the one-time code, so that a signature or a release may follow.
 * @param returnTo where the sign-in leads in the end.
 */
export function signInAddress(purpose: 'work' | 'signature', returnTo: string): string {
  const factor = purpose === 'signature' ? '&acr=mfa' : '';
  return `/session/sign-in?returnTo=${encodeURIComponent(returnTo)}${factor}`;
}

/** Sends the browser to the sign-in page, and back to this very place. Only kept drafts outlive it. */
export function goToSignIn(purpose: 'work' | 'signature'): void {
  location.assign(signInAddress(purpose, `${location.pathname}${location.search}${location.hash}`));
}
