import { frozenFacts, thawedFacts, type LineFacts } from '../index.ts';

describe('facts that are kept with a claim', () => {
  const facts: LineFacts = {
    ...{ ref: 'a', payableDays: 9, isEmployed: true, paidFen: 90_071_992_547_409_930n, overrideCapFen: null },
    ...{ groups: ['poverty'], certificate: null, level: 'city' },
  };
  const kept = {
    payableDays: 9,
    isEmployed: true,
    paidFen: '90071992547409930',
    overrideCapFen: null,
    groups: ['poverty'],
    certificate: null,
    level: 'city',
  };

  it('are JSON, amounts as strings no reader rounds, without the reference and what is not said', () => {
    expect(frozenFacts({ ...facts, months: undefined })).toStrictEqual(kept);
    expect(frozenFacts({})).toStrictEqual({});
  });

  it('come back as they were; what is no fact is left out', () => {
    expect(thawedFacts('a', kept)).toStrictEqual(facts);
    expect(thawedFacts('b', { name: 'somebody', payableDays: 3 })).toStrictEqual({ ref: 'b', payableDays: 3 });
    expect(thawedFacts('c', JSON.parse(JSON.stringify(kept)) as Record<string, unknown>)).toStrictEqual({ ...facts, ref: 'c' });
  });
});
