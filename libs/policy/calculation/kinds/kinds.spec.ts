import * as rules from '../../../testing/policy/subsidy-rules.ts';
import { calculateSubsidy, type Calculation, type LineFacts, type SubsidyRule } from '../../index.ts';

type Line = Omit<LineFacts, 'ref'>;

function calculate(rule: SubsidyRule, ...lines: Line[]): Calculation {
  return calculateSubsidy(
    rule,
    lines.map((line, index) => ({ ref: String(index), ...line })),
  );
}

/** What one line comes to: its amount in yuan, or why it is 0, or what is missing. */
function outcome(rule: SubsidyRule, line: Line): number | string {
  const { lines, held } = calculate(rule, line);
  if (held.length > 0) return `held: ${held.map(({ name }) => name).join(', ')}`;
  const { exclusion, amountFen } = lines[0] ?? { amountFen: -1n };
  return exclusion ? `${exclusion.code} (${exclusion.clause})` : Number(amountFen) / 100;
}

/** The steps as `rule: arithmetic = result, source`. */
function steps(rule: SubsidyRule, line: Line): string[] {
  const { lines } = calculate(rule, line);
  return (lines[0]?.steps ?? []).map(
    (step) => `${step.rule}: ${step.arithmetic} = ${Number(step.resultFen) / 100}, ${step.kind} ${step.clause}`,
  );
}

function hints(rule: SubsidyRule, ...lines: Line[]): string[] {
  return calculate(rule, ...lines).hints.map(
    ({ code, params, differenceFen }) => `${code} ${JSON.stringify(params)} +${Number(differenceFen) / 100}`,
  );
}

const employed = { isEmployed: true };

describe('tiers of days', () => {
  const rule = rules.tieredDaysRule();

  it.each([
    [0, 0],
    [1, 150],
    [9, 1350],
    [10, 1500],
    [11, 1600],
    [44, 4900],
    [45, 5000],
    [46, 5000],
  ])('%i days are %i yuan', (payableDays, yuan) => {
    expect(outcome(rule, { payableDays, ...employed })).toBe(yuan);
  });

  it('end where the last tier ends', () => {
    const closed = rules.tieredDaysRule({ tiers: rules.stated([{ upToDay: 5, fenPerDay: 100 }]) });
    expect(outcome(closed, { payableDays: 9, ...employed })).toBe(5);
  });

  it('are explained by rule, arithmetic, result and source', () => {
    expect(steps(rule, { payableDays: 50, paidFen: 250_000n, people: 2, ...employed })).toEqual([
      'tiers: 10 × 150.00 + 40 × 100.00 = 5500, stated 二（六）',
      'cap: min(5500.00, 5000.00) = 5000, stated 二（六）',
      'paid-before: 5000.00 − 2500.00 = 2500, chosen AMB-18',
      'people: 2 × 2500.00 = 5000, chosen AMB-18',
    ]);
    expect(steps(rule, { payableDays: 0, ...employed })).toEqual(['tiers: 0 = 0, stated 二（六）']);
    const { lines } = calculate(rule, { payableDays: 50, paidFen: 1n, people: 2, ...employed });
    expect(lines[0]?.steps.map(({ inputs }) => inputs)).toEqual([{ days: 50 }, { capFen: '500000' }, { paidFen: '1' }, { people: 2 }]);
  });

  it("take the county's own amount where the document has no daily rate, under the document's cap (AMB-22)", () => {
    const open = rules.tieredDaysRule({ tiers: rules.missing('未规定每日标准'), capFen: rules.stated(400_000) });
    expect(outcome(open, { approvedFen: 420_000n, ...employed })).toBe(4000);
    expect(steps(open, { approvedFen: 390_000n, ...employed })).toEqual(['approved: 3900.00 = 3900, chosen AMB-22']);
    expect(calculate(open, employed).held).toEqual([{ name: 'tiers', reason: '未规定每日标准' }]);
    expect(calculate(open, { approvedFen: 1n, ...employed }).lines[0]?.steps[0]?.inputs).toEqual({ approvedFen: '1' });
  });

  it('hold the claim below the rate where nobody says what is due there, and only there (AMB-22)', () => {
    const silent = rules.tieredDaysRule({ belowRate: rules.missing('80%以下未规定') });
    expect(calculate(silent, { payableDays: 1, people: 79, ...employed }, { payableDays: 1, people: 21 }).held).toEqual([
      { name: 'belowRate', reason: '80%以下未规定' },
    ]);
    expect(calculate(silent, { payableDays: 1, people: 80, ...employed }, { payableDays: 1, people: 20 })).toMatchObject({
      held: [],
      isFullPay: true,
      amountFen: 1_500_000n,
    });
    expect(calculate(silent, { isCompleted: false })).toMatchObject({ held: [], trained: 0, isFullPay: false });
  });

  it('say who is not paid, and the source', () => {
    const { lines } = calculate(rule, { payableDays: 3 }, { payableDays: 3, isCompleted: false });
    expect(lines.map(({ exclusion }) => exclusion)).toEqual([
      { code: 'NOT_EMPLOYED', clause: '二（六）' },
      { code: 'NOT_COMPLETED', clause: 'AMB-09' },
    ]);
  });

  it('tell what one more employed person and one more day would bring', () => {
    expect(hints(rule, { payableDays: 20, people: 23, ...employed }, { payableDays: 20, people: 7 })).toEqual([
      'EMPLOYMENT_RATE_BELOW {"employed":23,"trained":30,"missing":1,"percent":80} +17500',
      'ONE_MORE_DAY {"people":23} +2300',
    ]);
    expect(hints(rule, { payableDays: 45, ...employed })).toEqual([]);
    expect(hints(rule, { isCompleted: false })).toEqual([]);
  });
});

describe('stages of a project class (AMB-18)', () => {
  const rule = rules.tieredDaysRule();
  const staged = (settlement: 'advance' | 'final', ...lines: Line[]) =>
    calculateSubsidy(
      rule,
      lines.map((line, index) => ({ ref: String(index), ...line })),
      { settlement },
    );

  it('pay an advance to everybody, before completion and employment are known', () => {
    const stage = staged('advance', { payableDays: 20, isCompleted: false, people: 10 });
    expect(stage).toMatchObject({ amountFen: 2_500_000n, recoveryFen: 0n, isFullPay: true, held: [] });
  });

  it('count tiers and cap from the first day over all stages (EX-19)', () => {
    const last = { payableDays: 50, paidFen: 250_000n };
    expect(staged('final', { ...last, people: 8, ...employed }, { ...last, people: 2 })).toMatchObject({
      amountFen: 2_500_000n,
      recoveryFen: 0n,
    });
  });

  it('recover from the final settlement what advances paid too much, and never pay less than nothing', () => {
    const last = { payableDays: 20, paidFen: 250_000n };
    const result = staged('final', { ...last, people: 7, ...employed }, { ...last, people: 3 }, { ...last, isCompleted: false });
    expect(result).toMatchObject({ amountFen: 0n, recoveryFen: 4n * 250_000n });
    expect(result.lines.map(({ recoveryFen }) => recoveryFen)).toEqual([0n, 750_000n, 250_000n]);
    expect(result.lines[2]?.steps.map(({ arithmetic, resultFen }) => [arithmetic, resultFen])).toEqual([['0.00 − 2500.00', -250_000n]]);
  });
});

describe('a daily rate', () => {
  const rule = rules.dailyRateRule();

  it.each([
    [6, 900],
    [7, 1000],
  ])('of 150 under a cap of 1,000: %i days are %i yuan', (payableDays, yuan) => {
    expect(outcome(rule, { payableDays })).toBe(yuan);
  });

  it('has a soft cap that an approved override raises and never lowers; a hard cap stays (AMB-15)', () => {
    expect(outcome(rule, { payableDays: 10, overrideCapFen: 120_000n })).toBe(1200);
    expect(outcome(rule, { payableDays: 10, overrideCapFen: 90_000n })).toBe(1000);
    const hard = rules.dailyRateRule({ cap: rules.stated({ fen: 100_000, binding: 'hard' }) });
    expect(outcome(hard, { payableDays: 10, overrideCapFen: 120_000n })).toBe(1000);
    expect(outcome(rules.dailyRateRule({ cap: null }), { payableDays: 10, overrideCapFen: 1n })).toBe(1500);
  });

  it('goes on by an earlier, higher standard, where one is on record and brings more (AMB-59)', () => {
    const earlier = rules.chosen({ fenPerDay: 20_000, capFen: 150_000 }, 'AMB-59');
    expect(steps(rules.dailyRateRule({ earlierHigherStandard: earlier }), { payableDays: 8 })).toEqual([
      'earlier-standard: 8 × 200.00 = 1600, chosen AMB-59',
      'cap: min(1600.00, 1500.00) = 1500, chosen AMB-59',
    ]);
    const lower = rules.chosen({ fenPerDay: 15_000, capFen: 100_000 }, 'AMB-59');
    expect(steps(rules.dailyRateRule({ earlierHigherStandard: lower }), { payableDays: 6 })).toEqual([
      'daily-rate: 6 × 150.00 = 900, stated 二（六）',
    ]);
    expect(outcome(rules.dailyRateRule({ earlierHigherStandard: rules.missing() }), { payableDays: 6 })).toBe(900);
  });

  it('asks for completion only where the subsidy does (AMB-52, AMB-63)', () => {
    expect(outcome(rule, { payableDays: 1, isCompleted: false })).toBe('NOT_COMPLETED (AMB-09)');
    expect(outcome(rules.dailyRateRule({ needsCompletion: rules.chosen(false) }), { payableDays: 1, isCompleted: false })).toBe(150);
  });

  it('tells what one more day and a raised soft cap would bring', () => {
    expect(hints(rule, { payableDays: 6, people: 2 })).toEqual(['ONE_MORE_DAY {"people":2} +200']);
    expect(hints(rule, { payableDays: 8 }, { payableDays: 9 })).toEqual(['SOFT_CAP_REACHED {"capFen":100000,"people":2} +550']);
    expect(hints(rules.dailyRateRule({ cap: rules.stated({ fen: 100_000, binding: 'hard' }) }), { payableDays: 8 })).toEqual([]);
    expect(hints(rules.dailyRateRule({ cap: null }), { payableDays: 8 })).toEqual(['ONE_MORE_DAY {"people":1} +150']);
  });

  it('is paid to the groups the policy names, at most so often a year, and not again too soon (AMB-35)', () => {
    const limited = (binding: 'soft' | 'hard') =>
      rules.dailyRateRule({
        groups: rules.stated(['poverty', 'veteran']),
        classesPerYear: rules.stated({ count: 3, binding }),
        repeatMonths: rules.chosen(12, 'AMB-35'),
      });
    const line = { payableDays: 6, groups: ['veteran'] };
    expect(outcome(limited('soft'), { ...line, classesThisYear: 2, monthsSinceSame: 12 })).toBe(900);
    expect(outcome(limited('soft'), { payableDays: 6, groups: ['other'] })).toBe('NOT_IN_GROUP (二（六）)');
    expect(outcome(limited('soft'), { ...line, classesThisYear: 3 })).toBe('YEARLY_LIMIT_REACHED (二（六）)');
    expect(outcome(limited('soft'), { ...line, classesThisYear: 3, overrideYearlyLimit: true })).toBe(900);
    expect(outcome(limited('hard'), { ...line, classesThisYear: 3, overrideYearlyLimit: true })).toBe('YEARLY_LIMIT_REACHED (二（六）)');
    expect(outcome(limited('soft'), { ...line, monthsSinceSame: 11 })).toBe('REPEATED_TOO_SOON (AMB-35)');
    expect(hints(limited('soft'), { ...line, classesThisYear: 3 })).toEqual(['SOFT_YEARLY_LIMIT {"count":3,"people":1} +900']);
    expect(hints(limited('hard'), { ...line, classesThisYear: 3 })).toEqual([]);
    expect(hints(limited('soft'), { ...line, classesThisYear: 3, overrideYearlyLimit: true })).toEqual(['ONE_MORE_DAY {"people":1} +100']);
  });
});

describe('an amount per person', () => {
  it.each([
    [2, 'DAYS_BELOW_MINIMUM (二（六）)'],
    [3, 300],
    [99, 300],
  ])('from 3 days on: %i days are %s', (payableDays, expected) => {
    expect(outcome(rules.perPersonRule(), { payableDays })).toBe(expected);
  });

  it('asks for completion, and is paid once', () => {
    expect(outcome(rules.perPersonRule(), { payableDays: 3, isCompleted: false })).toBe('NOT_COMPLETED (AMB-09)');
    expect(outcome(rules.perPersonRule(), { payableDays: 3, paidFen: 30_000n })).toBe(0);
    expect(steps(rules.perPersonRule(), { payableDays: 3 })).toEqual(['per-person: 1 × 300.00 = 300, stated 二（六）']);
    expect(calculate(rules.perPersonRule(), { payableDays: 3 }).lines[0]?.steps[0]?.inputs).toEqual({ minimumDays: 3 });
  });

  it('tells how many days are missing', () => {
    expect(hints(rules.perPersonRule(), { payableDays: 1, people: 2 }, { payableDays: 3 })).toEqual([
      'DAYS_BELOW_MINIMUM {"missing":2,"people":2} +600',
    ]);
  });
});

describe('an amount per certificate', () => {
  const line = { certificate: 'elementary' };

  it.each<[string, SubsidyRule, Line, number | string]>([
    ['a level', rules.perCertificateRule(), line, 400],
    ['no certificate', rules.perCertificateRule(), {}, 'NO_CERTIFICATE (二（六）)'],
    [
      'the same level again',
      rules.perCertificateRule(),
      { ...line, subsidised: ['advanced', 'elementary'] },
      'LEVEL_SUBSIDISED_BEFORE (二（六）)',
    ],
    ['another level', rules.perCertificateRule(), { ...line, subsidised: ['advanced'] }, 400],
    [
      'the second of any level, where once is all',
      rules.perCertificateRule({ repeats: rules.stated('once') }),
      { ...line, subsidised: ['advanced'] },
      'SUBSIDISED_BEFORE (二（六）)',
    ],
    ['the first, where once is all', rules.perCertificateRule({ repeats: rules.stated('once') }), line, 400],
    [
      'the same level again, where each counts',
      rules.perCertificateRule({ repeats: rules.chosen('each') }),
      { ...line, subsidised: ['elementary'] },
      400,
    ],
    ['a first permit', rules.perCertificateRule(), { certificate: 'special-operation', isFirst: true }, 400],
    ['a renewed permit', rules.perCertificateRule(), { certificate: 'special-operation' }, 'NOT_FIRST_CERTIFICATE (AMB-21)'],
    ['a level without a rate', rules.perCertificateRule(), { certificate: 'technician' }, 'held: fenPerCertificate.technician'],
    ['a name every object has', rules.perCertificateRule(), { certificate: 'constructor' }, 'held: fenPerCertificate.constructor'],
  ])('pays for %s what the policy says', (_what, rule, facts, expected) => {
    expect(outcome(rule, facts)).toBe(expected);
  });

  it.each([
    [true, true, 'QUALIFIES_FOR_INDIVIDUAL (六)'],
    [true, false, 400],
    [false, true, 400],
  ])('leaves out the insured who qualify for the individual subsidy: %s, %s', (isInsured, qualifiesForIndividual, expected) => {
    const rule = rules.perCertificateRule({ excludeInsured: { kind: 'stated', value: true, clause: '六', quote: '…' } });
    expect(outcome(rule, { ...line, isInsured, qualifiesForIndividual })).toBe(expected);
    expect(outcome(rules.perCertificateRule(), { ...line, isInsured, qualifiesForIndividual })).toBe(400);
  });

  it('explains itself, and says why it is held', () => {
    expect(steps(rules.perCertificateRule(), line)).toEqual(['per-certificate: 1 × 400.00 = 400, stated 二（六）']);
    expect(calculate(rules.perCertificateRule(), line).lines[0]?.steps[0]?.inputs).toEqual(line);
    expect(calculate(rules.perCertificateRule(), { certificate: 'technician' }, { certificate: 'technician' }).held).toEqual([
      { name: 'fenPerCertificate.technician', reason: '补贴：未列明该证书的标准' },
    ]);
  });
});
