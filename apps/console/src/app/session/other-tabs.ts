import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { sessionQuery } from './session.ts';

const CHANNEL = 'kaibantong.session';

/** Tells the other tabs of this browser that the session has changed. Says no more than that: each asks the server itself. */
export function tellOtherTabs(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('changed');
  channel.close();
}

/** Asks anew who is signed in as soon as another tab tells that the session has changed. */
export function useHearOtherTabs(): void {
  const queries = useQueryClient();
  useEffect(() => {
    const channel = new BroadcastChannel(CHANNEL);
    channel.onmessage = () => void queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
    return () => channel.close();
  }, [queries]);
}
