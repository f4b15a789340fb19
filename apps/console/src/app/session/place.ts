import type { Session } from './session.ts';

/** Where the person at this screen stands. The session is the last one the screens were drawn for. */
export type Place =
  | { readonly at: 'door' }
  /** `ended`: nobody is signed in any more. `between`: signed in again, for no office yet. `replaced`: the browser belongs to somebody else now. */
  | { readonly at: 'inside' | 'ended' | 'between' | 'replaced'; readonly session: Session };

/**
 * Where one stands after the server has answered who is signed in. What is on the screen stays as long as it is the same account's; once the
 * session has ended, it must also be for the same office again.
 */
export function follow(place: Place, answer: Session | undefined): Place {
  if (!answer) return place;
  if (place.at === 'door') return answer.person !== null && answer.officeId !== null ? { at: 'inside', session: answer } : place;
  const before = place.session;
  if (answer.person === null) return moved(place, 'ended');
  if (answer.person.accountId !== before.person?.accountId) return moved(place, 'replaced');
  if (answer.officeId === null) return moved(place, 'between');
  if (place.at !== 'inside' && answer.officeId !== before.officeId) return moved(place, 'replaced');
  return place.at === 'inside' && before === answer ? place : { at: 'inside', session: answer };
}

function moved(place: Exclude<Place, { at: 'door' }>, at: 'ended' | 'between' | 'replaced'): Place {
  return place.at === at ? place : { at, session: place.session };
}
