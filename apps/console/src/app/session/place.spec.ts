import { follow, type Place } from './place.ts';
import type { Session } from './session.ts';

const session = (accountId: string | null, officeId: string | null): Session => ({
  person:
    accountId === null ? null : { accountId, name: '郭志强', login: accountId, offices: [], secondFactor: false, hasSecondFactor: false },
  officeId,
  secondsLeft: 900,
  signSecondsLeft: 0,
  sandbox: true,
});
const before = session('one', 'bureau');
const inside: Place = { at: 'inside', session: before };
const ended: Place = { at: 'ended', session: before };
const nobody = session(null, null);

describe('where the person at the screen stands', () => {
  it.each<[string, Place, Session | undefined, string]>([
    ['waits at the door until an answer comes', { at: 'door' }, undefined, 'door'],
    ['waits at the door for an office', { at: 'door' }, session('one', null), 'door'],
    ['enters for an office', { at: 'door' }, before, 'inside'],
    ['acts for another office by their own choice', inside, session('one', 'other bureau'), 'inside'],
    ['keeps the page of a session that has ended', inside, nobody, 'ended'],
    ['goes on once the same person is there again', ended, session('one', 'bureau'), 'inside'],
    ['takes the office up again first', ended, session('one', null), 'between'],
    ['goes on with the office taken up', { at: 'between', session: before }, session('one', 'bureau'), 'inside'],
    ['leaves the page to nobody who acts for another office after it', ended, session('one', 'other bureau'), 'replaced'],
    ['leaves the page to nobody else, after the end', ended, session('another', 'bureau'), 'replaced'],
    ['leaves the page to nobody else, in the midst of it', inside, session('another', 'bureau'), 'replaced'],
  ])('%s', (_, place, answer, at) => {
    expect(follow(place, answer).at).toBe(at);
  });

  it('draws for the last person whatever comes between', () => {
    expect(follow(follow(inside, nobody), session('another', 'bureau'))).toEqual({ at: 'replaced', session: before });
  });

  it('draws nothing anew for an answer that changes nothing', () => {
    expect([follow(inside, before), follow(ended, nobody)]).toEqual([inside, ended]);
    expect(follow(ended, nobody)).toBe(ended);
  });
});
