import * as rules from '../../../testing/policy/subsidy-rules.ts';
import { calculateSubsidy, type LineFacts, type SubsidyRule } from '../../index.ts';

type Line = Omit<LineFacts, 'ref'>;

function outcome(rule: SubsidyRule, line: Line): number | string {
  const { lines, held } = calculateSubsidy(rule, [{ ref: 'a', ...line }]);
  if (held.length > 0) return `held: ${held.map(({ name }) => name).join(', ')}`;
  const { exclusion, amountFen } = lines[0] ?? { amountFen: -1n };
  return exclusion ? `${exclusion.code} (${exclusion.clause})` : Number(amountFen) / 100;
}

function explained(rule: SubsidyRule, line: Line): unknown[] {
  const { lines } = calculateSubsidy(rule, [{ ref: 'a', ...line }]);
  return (lines[0]?.steps ?? []).map(({ rule: name, arithmetic, resultFen, inputs, kind, clause }) => [
    name,
    arithmetic,
    Number(resultFen) / 100,
    inputs,
    kind,
    clause,
  ]);
}

function reasons(rule: SubsidyRule, line: Line): string[] {
  return calculateSubsidy(rule, [{ ref: 'a', ...line }]).held.map(({ reason }) => reason);
}

function hints(rule: SubsidyRule, line: Line): string[] {
  return calculateSubsidy(rule, [{ ref: 'a', ...line }]).hints.map(
    ({ code, params, differenceFen }) => `${code} ${JSON.stringify(params)} +${Number(differenceFen) / 100}`,
  );
}

const SAID = ['stated', '二（六）'];

describe('the individual subsidy', () => {
  const rule = rules.individualLevelRule();

  it.each<[Line, number | string]>([
    [{ level: 'advanced', contributionMonths: 11 }, 'CONTRIBUTIONS_BELOW_MINIMUM (二（六）)'],
    [{ level: 'advanced', contributionMonths: 12 }, 2000],
    [{ level: 'advanced', contributionMonths: 13 }, 2000],
    [{ level: 'elementary', contributionMonths: 99 }, 1000],
    [{ level: 'technician', contributionMonths: 12 }, 'held: fenByLevel.technician'],
    [{ level: 'toString', contributionMonths: 12 }, 'held: fenByLevel.toString'],
    [{ contributionMonths: 12 }, 'NO_CERTIFICATE (二（六）)'],
  ])('of %j is %s', (line, expected) => {
    expect(outcome(rule, line)).toBe(expected);
  });

  it('explains itself and tells how many months of contributions are missing', () => {
    const line = { level: 'advanced', contributionMonths: 12 };
    expect(explained(rule, line)).toEqual([['individual-level', '1 × 2000.00', 2000, line, ...SAID]]);
    expect(hints(rule, { level: 'advanced', contributionMonths: 11 })).toEqual([
      'CONTRIBUTIONS_BELOW_MINIMUM {"missing":1,"people":1} +2000',
    ]);
    expect(hints(rule, line)).toEqual([]);
    expect(reasons(rule, { level: 'technician', contributionMonths: 12 })).toEqual(['补贴：未列明该等级的标准']);
  });
});

describe('an amount per month', () => {
  const rule = rules.perMonthRule();
  const poor = { groups: ['poverty'], employerKind: 'cooperative' };

  it.each<[string, Line, number | string]>([
    ['no month', { ...poor, months: 0 }, 0],
    ['one', { ...poor, months: 1 }, 300],
    ['six', { ...poor, months: 6 }, 1800],
    ['seven', { ...poor, months: 7 }, 1800],
    ['three after four', { ...poor, months: 3, monthsPaid: 4 }, 600],
    ['one after six', { ...poor, months: 1, monthsPaid: 6 }, 'MONTHS_USED_UP (二（六）)'],
    ['one after seven', { ...poor, months: 1, monthsPaid: 7 }, 'MONTHS_USED_UP (二（六）)'],
    [
      'an employer who is not named for the group',
      { groups: ['hard-to-employ'], employerKind: 'cooperative', months: 1 },
      'EMPLOYER_NOT_ELIGIBLE (二（六）)',
    ],
    ['one who is', { groups: ['hard-to-employ'], employerKind: 'insured-enterprise', months: 1 }, 300],
    ['no employer where one is asked for', { groups: ['poverty'], months: 1 }, 'EMPLOYER_NOT_ELIGIBLE (二（六）)'],
    ['any employer where none is asked for', { groups: ['anywhere'], months: 1 }, 300],
    ['nobody of the groups', { groups: ['veteran'], employerKind: 'enterprise', months: 1 }, 'EMPLOYER_NOT_ELIGIBLE (二（六）)'],
  ])('for %s', (_what, line, expected) => {
    expect(outcome(rule, line)).toBe(expected);
  });

  it('has no end and asks nobody where the policy says nothing of it, and holds the months nobody decided (AMB-53)', () => {
    const open = rules.perMonthRule({ eligible: null, maximumMonths: null, undecidedBelowMonths: rules.chosen(6, 'AMB-53') });
    expect(outcome(open, { months: 12, monthsPaid: 30 })).toBe(3600);
    expect(outcome(open, { months: 6 })).toBe(1800);
    expect(outcome(open, { months: 5 })).toBe('held: undecidedBelowMonths');
    expect(reasons(open, { months: 5 })).toEqual(['补贴：不满 6 个月是否发放，文件未规定（AMB-53）']);
  });

  it('explains the months that still count, and tells what one more brings', () => {
    const inputs = { months: 7, monthsPaid: 2 };
    expect(explained(rule, { ...poor, ...inputs })).toEqual([['per-month', 'min(7, 6 − 2) × 300.00', 1200, inputs, ...SAID]]);
    expect(explained(rule, { ...poor, months: 4 })).toEqual([['per-month', '4 × 300.00', 1200, { months: 4, monthsPaid: 0 }, ...SAID]]);
    expect(hints(rule, { ...poor, months: 5 })).toEqual(['ONE_MORE_MONTH {"people":1} +300']);
    expect(hints(rule, { ...poor, months: 6 })).toEqual([]);
  });
});

describe('tiers of months', () => {
  it.each([
    [5, 'MONTHS_BELOW_MINIMUM (二（六）)'],
    [6, 1300],
    [11, 1300],
    [12, 2500],
    [24, 2500],
  ])('%i months are %s, never the sum of tiers', (months, expected) => {
    expect(outcome(rules.monthTiersRule(), { months })).toBe(expected);
  });

  it('explain themselves and tell the next tier', () => {
    expect(explained(rules.monthTiersRule(), { months: 7 })).toEqual([
      ['month-tiers', '1 × 1300.00', 1300, { months: 7, fromMonths: 6 }, ...SAID],
    ]);
    expect(hints(rules.monthTiersRule(), { months: 5 })).toEqual(['NEXT_TIER {"missing":1,"fromMonths":6,"people":1} +1300']);
    expect(hints(rules.monthTiersRule(), { months: 6 })).toEqual(['NEXT_TIER {"missing":6,"fromMonths":12,"people":1} +1200']);
    expect(hints(rules.monthTiersRule(), { months: 11 })).toEqual(['NEXT_TIER {"missing":1,"fromMonths":12,"people":1} +1200']);
    expect(hints(rules.monthTiersRule(), { months: 12 })).toEqual([]);
  });
});

describe('a rate within a range of the document', () => {
  const set = (fen: number) => rules.perYearRangeRule({ fenPerYear: rules.chosen(fen, 'AMB-28') });

  it.each<[string, SubsidyRule, Line, number | string]>([
    ['the least', set(400_000), { years: 1 }, 4000],
    ['the most, two years', set(600_000), { years: 2 }, 12_000],
    ['below the range', set(399_999), { years: 1 }, 'held: fenPerYear'],
    ['above the range', set(600_001), { years: 1 }, 'held: fenPerYear'],
    ['not set', rules.perYearRangeRule(), { years: 1 }, 'held: fenPerYear'],
    ['not set, but approved', rules.perYearRangeRule(), { years: 2, approvedFen: 500_000n }, 10_000],
    ['approved below the range', rules.perYearRangeRule(), { years: 2, approvedFen: 399_999n }, 'held: fenPerYear'],
    ['approved although set', set(400_000), { years: 1, approvedFen: 500_000n }, 4000],
    ['a part of a year', set(400_000), { years: 1, months: 1 }, 'held: partialYears'],
  ])('%s', (_what, rule, line, expected) => {
    expect(outcome(rule, line)).toBe(expected);
  });

  it('explains itself, and says why it is held', () => {
    expect(explained(set(400_000), { years: 3 })).toEqual([['per-year', '3 × 4000.00', 12_000, { years: 3 }, 'chosen', 'AMB-28']]);
    expect(explained(rules.perYearRangeRule(), { years: 1, approvedFen: 500_000n })).toEqual([
      ['per-year', '1 × 5000.00', 5000, { years: 1 }, 'chosen', 'AMB-28'],
    ]);
    expect(reasons(set(399_999), { years: 1 })).toEqual(['补贴：3999.99 不在 4000.00—6000.00 之内']);
    expect(reasons(set(400_000), { years: 1, months: 2 })).toEqual(['补贴：不满一年的部分如何计算，文件未规定（AMB-28）']);
    expect(reasons(rules.perYearRangeRule({ fenPerYear: rules.missing('由县确定') }), { years: 1 })).toEqual(['由县确定']);
  });
});

describe('steps of capacity', () => {
  it.each([
    [99, 'CAPACITY_BELOW_MINIMUM (二（六）)'],
    [100, 50_000],
    [200, 50_000],
    [249, 50_000],
    [250, 70_000],
    [550, 190_000],
    [599, 190_000],
    [600, 200_000],
  ])('a center for %i is awarded %s', (capacity, expected) => {
    expect(outcome(rules.capacityStepsRule(), { capacity })).toBe(expected);
  });

  it('explain themselves and tell the next step', () => {
    const rule = rules.capacityStepsRule();
    expect(explained(rule, { capacity: 120 })).toEqual([['capacity', '50000.00', 50_000, { capacity: 120 }, ...SAID]]);
    expect(explained(rule, { capacity: 650 })).toEqual([
      ['capacity', '50000.00 + 9 × 20000.00', 230_000, { capacity: 650 }, ...SAID],
      ['cap', 'min(230000.00, 200000.00)', 200_000, { capFen: '20000000' }, ...SAID],
    ]);
    expect(hints(rule, { capacity: 99 })).toEqual(['NEXT_CAPACITY_STEP {"missing":1,"capacity":100,"people":1} +50000']);
    expect(hints(rule, { capacity: 249 })).toEqual(['NEXT_CAPACITY_STEP {"missing":1,"capacity":250,"people":1} +20000']);
    expect(hints(rule, { capacity: 600 })).toEqual([]);
  });
});

describe('an amount per level of a unit', () => {
  const rule = rules.perLevelRule();
  const full = rules.perLevelRule({ onUpgrade: rules.chosen('full', 'AMB-27') });

  it.each<[string, SubsidyRule, Line, number | string]>([
    ['a level', rule, { level: 'provincial' }, 200_000],
    ['the difference on upgrade (AMB-27)', rule, { level: 'provincial', paidLevel: 'city' }, 100_000],
    ['all of it on upgrade, where so chosen', full, { level: 'provincial', paidLevel: 'city' }, 200_000],
    ['the same level again', rule, { level: 'city', paidLevel: 'city' }, 'LEVEL_PAID_BEFORE (AMB-27)'],
    ['a lower level', full, { level: 'city', paidLevel: 'national' }, 'LEVEL_PAID_BEFORE (AMB-27)'],
    ['no level', rule, {}, 'NO_LEVEL (二（六）)'],
    ['a level nobody states', rule, { level: 'county' }, 'held: fenByLevel.county'],
    ['an earlier level nobody states', rule, { level: 'city', paidLevel: 'county' }, 'held: fenByLevel.county'],
    ['a name every object has', rule, { level: 'valueOf' }, 'held: fenByLevel.valueOf'],
  ])('%s', (_what, of, line, expected) => {
    expect(outcome(of, line)).toBe(expected);
  });

  it('explains itself, and says why it is held', () => {
    expect(explained(rule, { level: 'national', paidLevel: 'city' })).toEqual([
      ['per-level', '1 × 300000.00', 300_000, { level: 'national' }, ...SAID],
      ['upgrade', '300000.00 − 100000.00', 200_000, { level: 'national', paidLevel: 'city' }, 'chosen', 'AMB-27'],
    ]);
    expect(reasons(rule, { level: 'county' })).toEqual(['补贴：未列明该级别的标准']);
  });
});

describe('an amount per unit', () => {
  it('is the count times the amount', () => {
    expect(outcome(rules.perUnitRule(), { count: 12_345 })).toBe(49_380);
    expect(explained(rules.perUnitRule(), { count: 2 })).toEqual([['per-unit', '2 × 4.00', 8, { count: 2 }, ...SAID]]);
  });
});

describe('counts with a cap', () => {
  const rule = rules.countsWithCapRule();

  it.each<[Line, number | string]>([
    [{ level: 'provincial', trained: 800, exported: 600 }, 580_000],
    [{ level: 'provincial', trained: 840, exported: 600 }, 600_000],
    [{ level: 'provincial', trained: 841, exported: 600 }, 600_000],
    [{ level: 'city', trained: 700, exported: 450 }, 300_000],
    [{ level: 'city', trained: 500, exported: 300, awardedFen: 10_000_000n }, 200_000],
    [{ level: 'city', trained: 1, exported: 0, awardedFen: 30_000_000n }, 0],
    [{ level: 'city', trained: 1, exported: 0, awardedFen: 40_000_000n }, 0],
    [{ trained: 1, exported: 1 }, 'NO_LEVEL (二（六）)'],
    [{ level: 'national', trained: 1, exported: 1 }, 'held: levels.national'],
    [{ level: 'valueOf', trained: 1, exported: 1 }, 'held: levels.valueOf'],
  ])('%p are %s', (line, expected) => {
    expect(outcome(rule, line)).toBe(expected);
  });

  it('explain themselves, with what earlier years left of the cap (AMB-25)', () => {
    expect(explained(rule, { level: 'city', trained: 500, exported: 300, awardedFen: 10_000_000n })).toEqual([
      ['cap-left', '300000.00 − 100000.00', 200_000, { awardedFen: '10000000' }, ...SAID],
      ['counts', '500 × 300.00 + 300 × 200.00', 210_000, { level: 'city', trained: 500, exported: 300 }, ...SAID],
      ['cap', 'min(210000.00, 200000.00)', 200_000, { capFen: '20000000' }, ...SAID],
    ]);
    expect(explained(rule, { level: 'city', trained: 1, exported: 1 })).toHaveLength(1);
    expect(reasons(rule, { level: 'national' })).toEqual(['补贴：未列明该级别的标准']);
  });
});

describe('what is paid without a class', () => {
  it.each<[SubsidyRule, Line]>([
    [rules.perCertificateRule(), { certificate: 'elementary' }],
    [rules.individualLevelRule(), { level: 'advanced', contributionMonths: 12 }],
    [rules.perMonthRule({ eligible: null }), { months: 1 }],
    [rules.monthTiersRule(), { months: 6 }],
    [rules.perYearRangeRule(), { years: 1, approvedFen: 400_000n }],
    [rules.capacityStepsRule(), { capacity: 100 }],
    [rules.perLevelRule(), { level: 'city' }],
    [rules.perUnitRule(), { count: 1 }],
    [rules.countsWithCapRule(), { level: 'city', trained: 1, exported: 1 }],
  ])('asks for no completion roster, no employment, and reports full pay: %#', (rule, line) => {
    const { amountFen, isFullPay, trained, employed } = calculateSubsidy(rule, [
      { ref: 'a', isCompleted: false, isEmployed: true, ...line },
    ]);
    expect([amountFen > 0n, isFullPay, trained, employed]).toEqual([true, true, 0, 0]);
  });
});
