import { answersOf, matchResults } from './match-results.ts';

const orders = [
  { key: 'P-A-1-0', state: 'submitted', amountText: '100.00' },
  { key: 'P-B-1-0', state: 'settled', amountText: '200.00' },
  { key: 'P-C-1-0', state: 'unknown', amountText: '300.00' },
  { key: 'P-D-1-0', state: 'reserved', amountText: '400.00' },
];

describe("the bank's answer", () => {
  it('is matched by key, then amount, then state, and a repetition is no fault', () => {
    const results = [
      { key: 'P-A-1-0', outcome: 'settled' as const, amount: '100.00' },
      { key: 'P-B-1-0', outcome: 'settled' as const },
      { key: 'P-B-1-0', outcome: 'returned' as const, reason: '账户已注销' },
      { key: 'P-C-1-0', outcome: 'rejected' as const },
      { key: 'P-D-1-0', outcome: 'settled' as const },
      { key: 'P-A-1-0', outcome: 'settled' as const, amount: '100.01' },
      { key: 'P-X-1-0', outcome: 'settled' as const },
    ];
    const matches = matchResults(results, orders);
    expect(matches.map(({ match }) => match)).toEqual([
      'apply',
      'repeated',
      'apply',
      'apply',
      'step-forbidden',
      'amount-differs',
      'unknown-key',
    ]);
    expect(answersOf(results, matches)).toEqual([
      { key: 'P-A-1-0', state: 'settled' },
      { key: 'P-B-1-0', state: 'returned', reason: '账户已注销' },
      { key: 'P-C-1-0', state: 'rejected' },
    ]);
  });
});
