import fc from 'fast-check';
import type { LineFacts, PolicyValue, SubsidyRule } from '#libs/policy';
import * as rules from './subsidy-rules.ts';

/** Random rules of every kind and facts for them, for properties and for comparing two calculations. */

const GROUPS = ['poverty', 'hard-to-employ', 'anywhere', 'veteran'];
const CERTIFICATES = ['elementary', 'intermediate', 'advanced', 'technician', 'special-operation'];
const LEVELS = ['city', 'provincial', 'national'];
const EMPLOYERS = ['enterprise', 'cooperative', 'insured-enterprise', 'other'];

const fen = fc.oneof({ weight: 1, arbitrary: fc.constant(0) }, { weight: 6, arbitrary: fc.integer({ min: 1, max: 3_000_000 }) });
const small = fc.integer({ min: 1, max: 14 });

/** Mostly said, seldom missing. */
function said<T>(value: fc.Arbitrary<T>): fc.Arbitrary<PolicyValue<T>> {
  return fc.oneof(
    { weight: 14, arbitrary: value.map((one) => rules.stated(one)) },
    { weight: 5, arbitrary: value.map((one) => rules.chosen(one, 'AMB-15')) },
    { weight: 1, arbitrary: fc.constant(rules.missing()) },
  );
}

const orNull = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null, freq: 2 });
const binding = fc.constantFrom('hard' as const, 'soft' as const);
/** Amounts for all keys, or for some. */
const amounts = (keys: readonly string[]) =>
  fc.oneof(
    { weight: 3, arbitrary: fc.record(Object.fromEntries(keys.map((key) => [key, fen]))) },
    { weight: 1, arbitrary: fc.dictionary(fc.constantFrom(...keys), fen, { maxKeys: keys.length }) },
  );
const brand = fc.record({ fenPerTrained: fen, fenPerExported: fen, capFen: fen.map((of) => of * 100) });
const groups = orNull(said(fc.subarray(GROUPS, { minLength: 1 })));
const limits = {
  classesPerYear: orNull(said(fc.record({ count: fc.integer({ min: 1, max: 3 }), binding }))),
  repeatMonths: orNull(said(small)),
};

/** Tiers whose last days rise, the last one open or not. */
const tiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    fc.array(fen, { minLength: 5, maxLength: 5 }),
    fc.boolean(),
  )
  .map(([days, each, isOpen]) => [
    ...days.sort((a, b) => a - b).map((upToDay, index) => ({ upToDay, fenPerDay: each[index] ?? 0 })),
    ...(isOpen ? [{ upToDay: null, fenPerDay: each[4] ?? 0 }] : []),
  ]);
const monthTiers = fc.uniqueArray(fc.record({ fromMonths: fc.integer({ min: 0, max: 14 }), fen }), {
  minLength: 1,
  selector: ({ fromMonths }) => fromMonths,
});
const eligible = fc.array(fc.record({ group: fc.constantFrom(...GROUPS), employerKinds: orNull(fc.subarray(EMPLOYERS)) }), {
  maxLength: 3,
});

const ofDays: fc.Arbitrary<SubsidyRule> = fc.oneof(
  fc
    .record({
      groups,
      ...limits,
      tiers: said(tiers),
      capFen: said(fen),
      fullPayFromPercent: said(fc.integer({ min: 0, max: 100 })),
      belowRate: said(fc.constant('employed-only' as const)),
    })
    .map(rules.tieredDaysRule),
  fc
    .record({
      ...{ groups, ...limits, fenPerDay: said(fen), cap: orNull(said(fc.record({ fen, binding }))), needsCompletion: said(fc.boolean()) },
      earlierHigherStandard: orNull(said(fc.record({ fenPerDay: fen, capFen: fen }))),
    })
    .map(rules.dailyRateRule),
  fc.record({ groups, ...limits, fenPerPerson: said(fen), minimumDays: said(small) }).map(rules.perPersonRule),
);
const ofCertificates: fc.Arbitrary<SubsidyRule> = fc.oneof(
  fc
    .record({
      ...{
        groups,
        fenPerCertificate: said(amounts(CERTIFICATES)),
        firstTimeOnly: said(fc.subarray(CERTIFICATES)),
        excludeInsured: said(fc.boolean()),
      },
      repeats: said(fc.constantFrom('once-per-level' as const, 'once' as const, 'each' as const)),
    })
    .map(rules.perCertificateRule),
  fc.record({ groups, fenByLevel: said(amounts(CERTIFICATES)), minimumContributionMonths: said(small) }).map(rules.individualLevelRule),
);
const ofTime: fc.Arbitrary<SubsidyRule> = fc.oneof(
  fc
    .record({
      groups,
      fenPerMonth: said(fen),
      maximumMonths: orNull(said(small)),
      eligible: orNull(said(eligible)),
      undecidedBelowMonths: orNull(said(fc.integer({ min: 1, max: 3 }))),
    })
    .map(rules.perMonthRule),
  fc.record({ groups, tiers: said(monthTiers) }).map(rules.monthTiersRule),
  fc
    .record({
      groups,
      minimumFen: said(fc.constant(400_000)),
      maximumFen: said(fc.constant(600_000)),
      fenPerYear: said(fc.integer({ min: 399_999, max: 600_001 })),
    })
    .map(rules.perYearRangeRule),
);
const ofUnits: fc.Arbitrary<SubsidyRule> = fc.oneof(
  fc
    .record({
      groups,
      fromCapacity: said(small),
      baseUpTo: said(fc.integer({ min: 14, max: 60 })),
      baseFen: said(fen),
      stepPersons: said(small),
      stepFen: said(fen),
      capFen: said(fen),
    })
    .map(rules.capacityStepsRule),
  fc
    .record({ groups, fenByLevel: said(amounts(LEVELS)), onUpgrade: said(fc.constantFrom('difference' as const, 'full' as const)) })
    .map(rules.perLevelRule),
  fc.record({ groups, fenPerUnit: said(fen) }).map(rules.perUnitRule),
  fc
    .record({
      groups,
      levels: said(fc.dictionary(fc.constantFrom(...LEVELS), brand, { minKeys: 2 })),
    })
    .map(rules.countsWithCapRule),
);

/** A rule of any kind. */
export const anyRule: fc.Arbitrary<SubsidyRule> = fc.oneof(ofDays, ofCertificates, ofTime, ofUnits);

const bigFen = fc.bigInt({ min: 0n, max: 4_000_000n });
const seldomFen = fc.oneof({ weight: 3, arbitrary: fc.constant(0n) }, { weight: 1, arbitrary: bigFen });
const nullableFen = fc.option(bigFen, { nil: null });

const facts = {
  ...{
    people: fc.oneof({ weight: 4, arbitrary: fc.constant(1) }, { weight: 1, arbitrary: fc.integer({ min: 2, max: 5_000 }) }),
    payableDays: fc.integer({ min: 0, max: 80 }),
  },
  ...{
    isCompleted: fc.boolean(),
    isEmployed: fc.boolean(),
    groups: fc.subarray(GROUPS),
    paidFen: seldomFen,
    approvedFen: nullableFen,
    overrideCapFen: nullableFen,
  },
  ...{
    classesThisYear: fc.integer({ min: 0, max: 4 }),
    overrideYearlyLimit: fc.boolean(),
    monthsSinceSame: fc.option(fc.integer({ min: 0, max: 14 }), { nil: null }),
  },
  ...{
    certificate: fc.option(fc.constantFrom(...CERTIFICATES), { nil: null }),
    isFirst: fc.boolean(),
    subsidised: fc.subarray(CERTIFICATES),
  },
  ...{
    isInsured: fc.boolean(),
    qualifiesForIndividual: fc.boolean(),
    level: fc.option(fc.constantFrom(...CERTIFICATES, ...LEVELS, ...LEVELS), { nil: null }),
  },
  ...{
    paidLevel: fc.option(fc.constantFrom(...LEVELS), { nil: null }),
    contributionMonths: fc.integer({ min: 0, max: 15 }),
    months: fc.integer({ min: 0, max: 15 }),
  },
  ...{
    monthsPaid: fc.integer({ min: 0, max: 15 }),
    employerKind: fc.option(fc.constantFrom(...EMPLOYERS), { nil: null }),
    years: fc.integer({ min: 0, max: 4 }),
  },
  ...{
    capacity: fc.integer({ min: 0, max: 120 }),
    count: fc.integer({ min: 0, max: 20_000 }),
    trained: fc.integer({ min: 0, max: 900 }),
    exported: fc.integer({ min: 0, max: 900 }),
  },
  awardedFen: seldomFen,
};

/** Any facts of a line; some are not said at all. */
const anyLine = fc.record(facts, { requiredKeys: [] });

/** The lines of a claim, each with its own reference. */
export const anyLines: fc.Arbitrary<LineFacts[]> = fc
  .array(anyLine, { minLength: 1, maxLength: 6 })
  .map((lines) => lines.map((line, index) => ({ ...line, ref: `line-${index}` })));

/** A whole claim. */
export const anyClaim = fc.record({ rule: anyRule, lines: anyLines, settlement: fc.constantFrom('final' as const, 'advance' as const) });
