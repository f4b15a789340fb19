import type { FactRow } from './fact-row.ts';
import { compareSubmissions } from './compare-submissions.ts';

const line = (personId: string, amountFen: bigint, more: Partial<FactRow> = {}) => ({
  personId,
  amountFen,
  facts: {
    ref: `${personId}-${amountFen}`,
    personId,
    enrollmentId: null,
    subjectId: null,
    fromMonth: null,
    toMonth: null,
    reference: null,
    ...more,
  },
});

describe('the difference between two submissions of a claim', () => {
  it('is nothing where only the rows were written anew', () => {
    expect(compareSubmissions([line('a', 100n)], [{ ...line('a', 100n), facts: { ...line('a', 1n).facts } }])).toEqual([]);
  });

  it('tells who came, who left, and whose facts changed with what they come to', () => {
    const before = [line('a', 100n, { certificate: 'elementary' }), line('b', 100n), line('c', 5n)];
    const after = [line('a', 300n, { certificate: 'advanced' }), line('c', 5n), line('d', 7n)];
    expect(compareSubmissions(before, after)).toEqual([
      {
        ...{ personId: 'a', change: 'changed', beforeFen: 100n, afterFen: 300n },
        facts: [{ name: 'certificate', before: 'elementary', after: 'advanced' }],
      },
      { personId: 'b', change: 'removed', beforeFen: 100n, afterFen: null, facts: [] },
      { personId: 'd', change: 'added', beforeFen: null, afterFen: 7n, facts: [] },
    ]);
  });
});
