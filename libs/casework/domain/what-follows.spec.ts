import { stageAfter, standsAt } from './what-follows.ts';

const quiet = { hasNewerFiling: false, holdsEnded: false };

describe('where a case stands', () => {
  it('begins a class with its opening and a claim with its review', () => {
    expect(standsAt('class', undefined, quiet)).toBe('opening');
    expect(standsAt('claim', undefined, quiet)).toBe('review');
  });

  it('stays at an open stage', () => {
    expect(standsAt('claim', { stage: 'sign-off', outcome: null }, quiet)).toBe('sign-off');
  });

  it.each([
    ['opening', 'approved', 'activation'],
    ['activation', 'not-required', 'delivery'],
    ['completion', 'withdrawn', 'delivery'],
    ['sign-off', 'voided', 'review'],
    ['public-notice', 'corrected', 'sign-off'],
    ['finance-review', 'returned', 'review'],
    ['review', 'refused', 'end'],
    ['assessment', 'assessed', 'end'],
    ['opening', 'constructor', 'end'],
  ] as const)('goes from %s with the outcome "%s" to %s', (stage, outcome, next) => {
    expect(stageAfter(stage, outcome)).toBe(next);
  });

  it('opens a lapsed opening again once a new version is filed', () => {
    expect(standsAt('class', { stage: 'opening', outcome: 'lapsed' }, quiet)).toBe('end');
    expect(standsAt('class', { stage: 'opening', outcome: 'lapsed' }, { ...quiet, hasNewerFiling: true })).toBe('opening');
  });

  it('reviews a claim again that finance had refused and the institution filed anew', () => {
    expect(standsAt('claim', { stage: 'finance-review', outcome: 'refused' }, { ...quiet, hasNewerFiling: true })).toBe('review');
  });

  it('never re-opens a class that was stopped, nor a claim that was paid', () => {
    expect(standsAt('class', { stage: 'delivery', outcome: 'stopped' }, { ...quiet, hasNewerFiling: true })).toBe('end');
    expect(standsAt('claim', { stage: 'payout', outcome: 'paid' }, { hasNewerFiling: true, holdsEnded: true })).toBe('end');
  });

  it('pays the held persons when the last objection has ended', () => {
    expect(standsAt('claim', { stage: 'payout', outcome: 'partly-held' }, quiet)).toBe('end');
    expect(standsAt('claim', { stage: 'payout', outcome: 'partly-held' }, { ...quiet, holdsEnded: true })).toBe('payout');
  });
});
