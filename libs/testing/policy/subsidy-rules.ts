import type {
  CapacityStepsRule,
  CountsWithCapRule,
  DailyRateRule,
  IndividualLevelRule,
  MonthTiersRule,
  PerCertificateRule,
  PerLevelRule,
  PerMonthRule,
  PerPersonRule,
  PerUnitRule,
  PerYearRangeRule,
  PolicyValue,
  TieredDaysRule,
} from '#libs/policy';

/** Rules of every kind for tests, with numbers that stand in the documents. */
export const stated = <T>(value: T): PolicyValue<T> => ({ kind: 'stated', value, clause: '二（六）', quote: '…' });
export const chosen = <T>(value: T, amb = 'AMB-00'): PolicyValue<T> => ({ kind: 'chosen', value, amb, reason: '…' });
export const missing = (reason = '文件未规定') => ({ kind: 'missing', reason }) as const;

const base = {
  ...{
    title: '补贴',
    titleEn: 'subsidy',
    clause: '二（六）',
    rows: [],
    claimedBy: 'class' as const,
    payee: stated('institution' as const),
  },
  ...{ fund: null, groups: null, materials: [] },
};
const unlimited = { classesPerYear: null, repeatMonths: null };

type Of<Rule> = Partial<Omit<Rule, 'kind'>>;

export const tieredDaysRule = (of: Of<TieredDaysRule> = {}): TieredDaysRule => ({
  ...{ kind: 'tiered-days', ...base, ...unlimited, capFen: stated(500_000), fullPayFromPercent: stated(80) },
  tiers: stated([
    { upToDay: 10, fenPerDay: 15_000 },
    { upToDay: null, fenPerDay: 10_000 },
  ]),
  belowRate: stated('employed-only'),
  ...of,
});

export const dailyRateRule = (of: Of<DailyRateRule> = {}): DailyRateRule => ({
  ...{ kind: 'daily-rate', ...base, ...unlimited, fenPerDay: stated(15_000), cap: stated({ fen: 100_000, binding: 'soft' }) },
  ...{ needsCompletion: chosen(true, 'AMB-63'), earlierHigherStandard: null },
  ...of,
});

export const perPersonRule = (of: Of<PerPersonRule> = {}): PerPersonRule => ({
  ...{ kind: 'per-person', ...base, ...unlimited, fenPerPerson: stated(30_000), minimumDays: stated(3) },
  ...of,
});

export const perCertificateRule = (of: Of<PerCertificateRule> = {}): PerCertificateRule => ({
  ...{ kind: 'per-certificate', ...base, fenPerCertificate: stated({ elementary: 40_000, 'special-operation': 40_000, advanced: 80_000 }) },
  ...{ firstTimeOnly: chosen(['special-operation'], 'AMB-21'), repeats: stated('once-per-level'), excludeInsured: chosen(false, 'AMB-24') },
  ...of,
});

export const individualLevelRule = (of: Of<IndividualLevelRule> = {}): IndividualLevelRule => ({
  ...{ kind: 'individual-level', ...base, claimedBy: 'list', minimumContributionMonths: stated(12) },
  fenByLevel: stated({ elementary: 100_000, intermediate: 150_000, advanced: 200_000 }),
  ...of,
});

export const perMonthRule = (of: Of<PerMonthRule> = {}): PerMonthRule => ({
  ...{ kind: 'per-month', ...base, claimedBy: 'list', fenPerMonth: stated(30_000), maximumMonths: stated(6), undecidedBelowMonths: null },
  eligible: stated([
    { group: 'poverty', employerKinds: ['enterprise', 'cooperative'] },
    { group: 'hard-to-employ', employerKinds: ['insured-enterprise'] },
    { group: 'anywhere', employerKinds: null },
  ]),
  ...of,
});

export const monthTiersRule = (of: Of<MonthTiersRule> = {}): MonthTiersRule => ({
  ...{ kind: 'month-tiers', ...base, claimedBy: 'list' },
  tiers: stated([
    { fromMonths: 12, fen: 250_000 },
    { fromMonths: 6, fen: 130_000 },
  ]),
  ...of,
});

export const perYearRangeRule = (of: Of<PerYearRangeRule> = {}): PerYearRangeRule => ({
  ...{ kind: 'per-year-range', ...base, minimumFen: stated(400_000), maximumFen: stated(600_000), fenPerYear: missing() },
  ...of,
});

export const capacityStepsRule = (of: Of<CapacityStepsRule> = {}): CapacityStepsRule => ({
  ...{ kind: 'capacity-steps', ...base, claimedBy: 'unit', fromCapacity: stated(100), baseUpTo: stated(200), baseFen: stated(5_000_000) },
  ...{ stepPersons: stated(50), stepFen: stated(2_000_000), capFen: stated(20_000_000) },
  ...of,
});

export const perLevelRule = (of: Of<PerLevelRule> = {}): PerLevelRule => ({
  ...{ kind: 'per-level', ...base, claimedBy: 'unit', onUpgrade: chosen('difference', 'AMB-27') },
  fenByLevel: stated({ city: 10_000_000, provincial: 20_000_000, national: 30_000_000 }),
  ...of,
});

export const perUnitRule = (of: Of<PerUnitRule> = {}): PerUnitRule => ({
  ...{ kind: 'per-unit', ...base, claimedBy: 'unit', fenPerUnit: stated(400) },
  ...of,
});

export const countsWithCapRule = (of: Of<CountsWithCapRule> = {}): CountsWithCapRule => ({
  ...{ kind: 'counts-with-cap', ...base, claimedBy: 'unit' },
  levels: stated({
    provincial: { fenPerTrained: 50_000, fenPerExported: 30_000, capFen: 60_000_000 },
    city: { fenPerTrained: 30_000, fenPerExported: 20_000, capFen: 30_000_000 },
  }),
  ...of,
});
