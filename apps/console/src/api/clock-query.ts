import { queryOptions } from '@tanstack/react-query';
import { answer, api, inBackground } from './client.ts';

/** The server's day: it alone says what today is. */
export const clockQuery = queryOptions({ queryKey: ['clock'], queryFn: () => answer(api.GET('/v1/clock', { headers: inBackground })) });
