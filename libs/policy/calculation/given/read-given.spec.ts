import * as rules from '../../../testing/policy/subsidy-rules.ts';
import { certificateCodes, nearestWord, readGiven, type Given, type Result } from '../../index.ts';

const tiered = rules.tieredDaysRule();

/** The faults as `code at pointer`, with the parameter a reader mends it by. */
function faultsOf(rule: Parameters<typeof readGiven>[0], given: unknown, groups?: readonly string[]) {
  const read: Result<Given> = readGiven(rule, given, groups);
  if (read.ok) return [];
  return (read.refusal.errors ?? []).map(({ code, pointer }) => `${code} ${pointer}`);
}

describe('what a calculation is given', () => {
  it('tells equal trainees by their numbers', () => {
    const read = readGiven(tiered, { trainees: { count: 30, completed: 28, employed: 24, payableDays: 9 } });
    expect(read).toMatchObject({
      ok: true,
      value: {
        terms: { settlement: 'final' },
        lines: [
          { ref: 'employed', people: 24, isEmployed: true, payableDays: 9 },
          { ref: 'not-employed', people: 4, isEmployed: false, payableDays: 9 },
          { ref: 'not-completed', people: 2, isCompleted: false, payableDays: 9 },
        ],
      },
    });
  });

  it('takes everybody for completed and nobody for employed where nothing else is said', () => {
    const read = readGiven(tiered, { trainees: { count: 30, payableDays: 9 } });
    expect(read).toMatchObject({ ok: true, value: { lines: [{ ref: 'not-employed', people: 30 }] } });
  });

  it('tells persons one by one, with amounts in yuan or in fen', () => {
    const persons = [
      { ref: 'a', payableDays: 50, paid: '2500.00' },
      { payableDays: 50, paidFen: '250001' },
      { payableDays: 50, paid: 2500, people: 3 },
    ];
    const read = readGiven(tiered, { persons, settlement: 'advance' });
    expect(read).toMatchObject({
      ok: true,
      value: {
        terms: { settlement: 'advance' },
        lines: [
          { ref: 'a', paidFen: 250_000n },
          { ref: '2', paidFen: 250_001n },
          { ref: '3', paidFen: 250_000n, people: 3 },
        ],
      },
    });
  });

  it('says none where a fact may be none', () => {
    expect(faultsOf(rules.perCertificateRule(), { persons: [{ certificate: null }] })).toEqual([]);
    expect(faultsOf(tiered, { persons: [{ payableDays: null }] })).toEqual(['FACT_NOT_A_COUNT /persons/0/payableDays']);
  });

  it.each<[string, unknown, string[]]>([
    ['days that are negative', { trainees: { count: 1, payableDays: -1 } }, ['FACT_NOT_A_COUNT /trainees/payableDays']],
    ['half days', { trainees: { count: 1, payableDays: 9.5 } }, ['FACT_NOT_A_COUNT /trainees/payableDays']],
    ['days as text', { trainees: { count: 1, payableDays: '9' } }, ['FACT_NOT_A_COUNT /trainees/payableDays']],
    ['more days than there are', { trainees: { count: 1, payableDays: 3661 } }, ['FACT_TOO_LARGE /trainees/payableDays']],
    ['a million million persons', { trainees: { count: 1e12, payableDays: 9 } }, ['FACT_TOO_LARGE /trainees/count']],
    [
      'more employed than trained',
      { trainees: { count: 30, employed: 31, payableDays: 9 } },
      ['EMPLOYED_ABOVE_TRAINED /trainees/employed'],
    ],
    [
      'more employed than completed',
      { trainees: { count: 30, completed: 20, employed: 21, payableDays: 9 } },
      ['EMPLOYED_ABOVE_TRAINED /trainees/employed'],
    ],
    [
      'more completed than there are',
      { trainees: { count: 3, completed: 4, payableDays: 9 } },
      ['COMPLETED_ABOVE_COUNT /trainees/completed'],
    ],
    ['no number of persons', { trainees: { payableDays: 9 } }, ['FACT_MISSING /trainees/count']],
    ['no days', { persons: [{}] }, ['FACT_MISSING /persons/0/payableDays']],
    ['a flag as a word', { persons: [{ payableDays: 1, isEmployed: 'yes' }] }, ['FACT_NOT_A_FLAG /persons/0/isEmployed']],
    ['an amount with a comma', { persons: [{ payableDays: 1, paid: '1,000' }] }, ['FACT_NOT_YUAN /persons/0/paid']],
    ['fen with decimals', { persons: [{ payableDays: 1, paidFen: 1.5 }] }, ['FACT_NOT_FEN /persons/0/paidFen']],
    ['negative fen', { persons: [{ payableDays: 1, paidFen: -1 }] }, ['FACT_NOT_FEN /persons/0/paidFen']],
    ['too much money', { persons: [{ payableDays: 1, paid: '10000000000.01' }] }, ['FACT_TOO_LARGE /persons/0/paid']],
    ['one amount twice', { persons: [{ payableDays: 1, paid: '1', paidFen: 100 }] }, ['FACT_TWICE /persons/0/paidFen']],
    ['a fact of another subsidy', { persons: [{ payableDays: 1, capacity: 5 }] }, ['FACT_NOT_USED /persons/0/capacity']],
    ['groups that are no list', { persons: [{ payableDays: 1, groups: 'poverty' }] }, ['FACT_NOT_CODES /persons/0/groups']],
    ['a group that is no code', { persons: [{ payableDays: 1, groups: ['poverty', '?'] }] }, ['FACT_NOT_A_CODE /persons/0/groups/1']],
    ['a reference twice', { persons: [{ ref: 'a', payableDays: 1 }, { ref: 'a', payableDays: 1 }] }, ['GIVEN_REF_TWICE /persons/1/ref']], // prettier-ignore
    ['a reference that is no text', { persons: [{ ref: 5, payableDays: 1 }] }, ['GIVEN_REF /persons/0/ref']],
    ['a person without fields', { persons: ['a'] }, ['FACTS_NOT_NAMED /persons/0']],
    ['trainees without fields', { trainees: 30 }, ['FACTS_NOT_NAMED /trainees']],
    ['persons that are no list', { persons: {} }, ['GIVEN_NOT_A_LIST /persons']],
    ['too many entries', { persons: Array.from({ length: 100_001 }, () => ({})) }, ['GIVEN_TOO_MANY /persons']],
    ['nobody', {}, ['GIVEN_FORM ']],
    ['nothing', null, ['GIVEN_FORM ']],
    ['two forms at once', { trainees: { count: 1, payableDays: 1 }, persons: [] }, ['GIVEN_FORM ']],
    ['units of a class', { units: [] }, ['GIVEN_FORM ']],
    ['a settlement nobody knows', { persons: [], settlement: 'finale' }, ['FACT_CODE_UNKNOWN /settlement']],
    ['a field with a slash', { persons: [{ payableDays: 1, 'a/b~c': 1 }] }, ['FACT_UNKNOWN /persons/0/a~1b~0c']],
    ['three things at once', { trainees: { count: -1, payableDays: 'x', days: 3 } }, ['FACT_NOT_A_COUNT /trainees/count', 'FACT_NOT_A_COUNT /trainees/payableDays', 'FACT_UNKNOWN /trainees/days']], // prettier-ignore
  ])('refuses %s, with its place', (_what, given, expected) => {
    expect(faultsOf(tiered, given)).toEqual(expected);
  });

  it('names the nearest word for a typing error', () => {
    const read = readGiven(tiered, { trainees: { count: 1, payableDay: 9 } });
    expect(read).toMatchObject({
      refusal: {
        code: 'FACTS_INVALID',
        params: { count: 2 },
        errors: [{ code: 'FACT_UNKNOWN', params: { field: 'payableDay', nearest: 'payableDays' } }, {}],
      },
    });
    const certificate = readGiven(rules.perCertificateRule(), { persons: [{ certificate: 'elementery' }] });
    expect(certificate).toMatchObject({
      refusal: { errors: [{ code: 'FACT_CODE_UNKNOWN', params: { value: 'elementery', nearest: 'elementary' } }] },
    });
  });

  it('knows a level the policy has no rate for: it is held later, not refused here', () => {
    for (const certificate of certificateCodes) expect(faultsOf(rules.perCertificateRule(), { persons: [{ certificate }] })).toEqual([]);
    expect(faultsOf(rules.individualLevelRule(), { persons: [{ level: 'technician', contributionMonths: 12 }] })).toEqual([]);
    expect(faultsOf(rules.perLevelRule(), { units: [{ level: 'technician' }] })).toEqual(['FACT_CODE_UNKNOWN /units/0/level']);
    expect(faultsOf(rules.countsWithCapRule(), { units: [{ level: 'city', trained: 1, exported: 1 }] })).toEqual([]);
  });

  it('knows the kinds of employer a rule names, any other as "other", and the groups of the pack', () => {
    const line = { groups: ['poverty'], months: 1 };
    const given = (more: object) => ({ persons: [{ ...line, ...more }] });
    expect(faultsOf(rules.perMonthRule(), given({ employerKind: 'other' }))).toEqual([]);
    expect(faultsOf(rules.perMonthRule(), given({ employerKind: 'state' }))).toEqual(['FACT_CODE_UNKNOWN /persons/0/employerKind']);
    expect(faultsOf(rules.perMonthRule(), given({}), ['poverty'])).toEqual([]);
    expect(faultsOf(rules.perMonthRule(), given({}), ['veteran'])).toEqual(['FACT_CODE_UNKNOWN /persons/0/groups/0']);
  });

  it('shortens a long wrong value and tells at most a hundred faults', () => {
    const read = readGiven(tiered, { persons: Array.from({ length: 150 }, () => ({ payableDays: 'x'.repeat(500) })) });
    const errors = read.ok ? [] : (read.refusal.errors ?? []);
    expect(errors).toHaveLength(100);
    expect(String(errors[0]?.params?.['value'])).toHaveLength(41);
  });
});

describe('a fault in what is given', () => {
  const fault = (rule: Parameters<typeof readGiven>[0], given: unknown) => {
    const read = readGiven(rule, given);
    return read.ok ? undefined : read.refusal.errors?.[0];
  };
  const persons = (line: object) => ({ persons: [{ payableDays: 1, ...line }] });

  it.each<[string, unknown, object]>([
    ['no number of persons', { trainees: { payableDays: 9 } }, { field: 'count', label: '人数', labelEn: 'number of persons' }],
    ['half a person', { trainees: { count: 0.5, payableDays: 9 } }, { field: 'count', value: '0.5' }],
    ['too many persons', { trainees: { count: 1e12, payableDays: 9 } }, { field: 'count', max: expect.any(Number) as number }],
    ['too many completed', { trainees: { count: 3, completed: 4, payableDays: 9 } }, { completed: 4, count: 3 }],
    ['too many employed', { trainees: { count: 3, employed: 4, payableDays: 9 } }, { employed: 4, trained: 3 }],
    ['people beside their number', { trainees: { count: 3, people: 4, payableDays: 9 } }, { field: 'people' }],
    ['completion beside its number', { trainees: { count: 3, isCompleted: true, payableDays: 9 } }, { field: 'isCompleted' }],
    ['employment beside its number', { trainees: { count: 3, isEmployed: true, payableDays: 9 } }, { field: 'isEmployed' }],
    ['a list that is none', { persons: 3 }, { word: 'persons', max: 100_000 }],
    ['a reference that is no text', persons({ ref: 5 }), { value: '5' }],
    ['an empty reference', persons({ ref: '' }), { value: '' }],
    ['a reference twice', { persons: [{ ref: 'a', payableDays: 1 }, { ref: 'a', payableDays: 1 }] }, { value: 'a' }], // prettier-ignore
    [
      'a settlement',
      { persons: [], settlement: 'finale' },
      { field: 'settlement', label: '结算', labelEn: 'settlement', value: 'finale', nearest: 'final', allowed: 'final, advance' },
    ],
    ['two forms', { trainees: {}, persons: [] }, { value: 'trainees, persons', allowed: 'trainees, persons', nearest: 'trainees' }],
    ['no form', {}, { allowed: 'trainees, persons', nearest: 'persons' }],
    ['a form nobody knows', { person: [] }, { value: 'person', allowed: 'trainees, persons', nearest: 'persons' }],
    ['a line without fields', { persons: ['a'] }, { value: 'a', allowed: expect.stringContaining('payableDays, people, ') as string }],
    ['a field twice', persons({ paid: '1', paidFen: 100 }), { field: 'paidFen' }],
    [
      'a field nobody knows',
      persons({ payable: 1 }),
      { field: 'payable', nearest: 'payableDays', allowed: expect.stringContaining('payableDays, people, ') as string },
    ],
    [
      'a fact that is not there',
      { persons: [{}] },
      { field: 'payableDays', label: expect.any(String) as string, labelEn: expect.any(String) as string },
    ],
    ['too much money', persons({ paid: '10000000000.01' }), { field: 'paid', value: '1000000000001', max: 1_000_000_000_000 }],
  ])('carries what the reader mends it by: %s', (_what, given, params) => {
    expect(fault(tiered, given)?.params).toMatchObject(params);
  });

  it('names every code that can be said, and what is wrong with one that is none', () => {
    expect(fault(rules.perLevelRule(), { units: [{ level: 'town' }] })?.params).toMatchObject({ allowed: 'city, provincial, national' });
    expect(fault(rules.perLevelRule(), { units: [{ level: 7 }] })?.code).toBe('FACT_NOT_A_CODE');
    expect(fault(rules.perUnitRule(), { persons: [] })?.params).toMatchObject({ allowed: 'units' });
  });

  it.each<[string, object, string | undefined]>([
    ['the most days', { payableDays: 3_660 }, undefined],
    ['no days', { payableDays: 0 }, undefined],
    ['the most money', { paid: '10000000000.00' }, undefined],
    ['no money', { paidFen: 0 }, undefined],
    ['fen as digits', { paidFen: '000' }, undefined],
    ['fen that only begin with digits', { paidFen: '12a' }, 'FACT_NOT_FEN'],
    ['fen that only end with digits', { paidFen: 'a12' }, 'FACT_NOT_FEN'],
    ['fen as a list', { paidFen: ['1'] }, 'FACT_NOT_FEN'],
    ['fen as a flag', { paidFen: true }, 'FACT_NOT_FEN'],
    ['half a yuan as a number', { paid: 0.5 }, 'FACT_NOT_YUAN'],
    ['yuan as a list', { paid: ['1'] }, 'FACT_NOT_YUAN'],
    ['yuan as a flag', { paid: true }, 'FACT_NOT_YUAN'],
    ['a flag', { isEmployed: false }, undefined],
    ['a flag as a number', { isEmployed: 1 }, 'FACT_NOT_A_FLAG'],
  ])('is seen or not at the edge: %s', (_what, line, code) => {
    expect(fault(tiered, persons(line))?.code).toBe(code);
  });

  it('keeps the facts as given', () => {
    const read = readGiven(tiered, persons({ isEmployed: true, paidFen: 7n, groups: ['poverty', 'veteran'] }));
    expect(read).toMatchObject({
      ok: true,
      value: { lines: [{ ref: '1', isEmployed: true, paidFen: 7n, groups: ['poverty', 'veteran'] }] },
    });
    const counted = readGiven(tiered, { trainees: { count: 2, payableDays: 1 } });
    expect(counted.ok && counted.value.lines).toEqual([{ ref: 'not-employed', people: 2, isEmployed: false, payableDays: 1 }]);
    const brand = readGiven(rules.countsWithCapRule(), { units: [{ level: 'city', trained: 1, exported: 1, awarded: '1.00' }] });
    expect(brand).toMatchObject({ ok: true, value: { lines: [{ awardedFen: 100n }] } });
  });
});

describe('the nearest word', () => {
  it.each([
    ['a letter left out', 'payableDay', 'payableDays'],
    ['capitals', 'PAID', 'paid'],
    ['a letter missing within', 'emloyed', 'employed'],
    ['nothing', '', 'paid'],
    ['a wrong letter', 'complated', 'completed'],
    ['a million letters', 'x'.repeat(1_000_000), 'payableDays'],
  ])('is found for %s', (_what, written, nearest) => {
    expect(nearestWord(written, ['payableDays', 'paid', 'employed', 'completed'])).toBe(nearest);
  });

  it('is nothing where there are no words', () => {
    expect(nearestWord('a', [])).toBe('');
  });
});
