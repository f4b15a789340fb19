import * as rules from '../../testing/policy/subsidy-rules.ts';
import { ruleFaults, type RuleFault, type SubsidyRule } from '../index.ts';

const days = (...upToDay: (number | null)[]) => rules.stated(upToDay.map((last) => ({ upToDay: last, fenPerDay: 1 })));

describe('a rule that contradicts itself', () => {
  it.each<[string, SubsidyRule, string[]]>([
    ['tiers that fall', rules.tieredDaysRule({ tiers: days(10, 5) }), ['tiers']],
    ['tiers that stand still', rules.tieredDaysRule({ tiers: days(10, 10) }), ['tiers']],
    ['an open tier within', rules.tieredDaysRule({ tiers: days(null, null) }), ['tiers']],
    ['an open tier before others', rules.tieredDaysRule({ tiers: days(null, 20) }), ['tiers']],
    ['more than all of them', rules.tieredDaysRule({ fullPayFromPercent: rules.stated(101) }), ['fullPayFromPercent']],
    [
      'two tiers from the same month',
      rules.monthTiersRule({
        tiers: rules.stated([
          { fromMonths: 6, fen: 1 },
          { fromMonths: 6, fen: 2 },
        ]),
      }),
      ['tiers'],
    ],
    ['a range that ends before it begins', rules.perYearRangeRule({ minimumFen: rules.stated(600_001) }), ['maximumFen']],
    ['a rate below the range', rules.perYearRangeRule({ fenPerYear: rules.chosen(399_999) }), ['fenPerYear']],
    ['a rate above the range', rules.perYearRangeRule({ fenPerYear: rules.chosen(600_001) }), ['fenPerYear']],
    ['a base that ends before it begins', rules.capacityStepsRule({ baseUpTo: rules.stated(99) }), ['baseUpTo']],
  ])('is told by its value: %s', (_what, rule, names) => {
    const faults: readonly RuleFault[] = ruleFaults(rule);
    expect(faults.map(({ name }) => name)).toEqual(names);
  });

  it('says what to do about each of them', () => {
    expect(ruleFaults(rules.tieredDaysRule({ tiers: days(null, 20), fullPayFromPercent: rules.stated(101) }))).toEqual([
      { name: 'tiers', problem: 'the last days must rise; only the last tier may be open' },
      { name: 'fullPayFromPercent', problem: 'a percentage is at most 100' },
    ]);
    expect(ruleFaults(rules.perYearRangeRule({ minimumFen: rules.stated(600_001), fenPerYear: rules.chosen(500_000) }))).toEqual([
      { name: 'maximumFen', problem: 'the range ends below its beginning' },
      { name: 'fenPerYear', problem: 'the rate must lie within the range of the document' },
    ]);
    const twice = rules.stated([1, 2].map((fen) => ({ fromMonths: 6, fen })));
    expect(ruleFaults(rules.monthTiersRule({ tiers: twice }))).toEqual([
      { name: 'tiers', problem: 'two tiers begin with the same month; leave one out' },
    ]);
    expect(ruleFaults(rules.capacityStepsRule({ baseUpTo: rules.stated(99) }))).toEqual([
      { name: 'baseUpTo', problem: 'the first step ends below its beginning' },
    ]);
  });

  it.each<[SubsidyRule]>([
    [rules.tieredDaysRule({ tiers: days(5) })],
    [rules.tieredDaysRule({ tiers: days(0, 5) })],
    [rules.capacityStepsRule({ baseUpTo: rules.missing() })],
    [rules.capacityStepsRule({ fromCapacity: rules.missing(), baseUpTo: rules.stated(1) })],
    [rules.tieredDaysRule({ tiers: days(5, 10, null), fullPayFromPercent: rules.stated(100) })],
    [rules.tieredDaysRule({ tiers: rules.missing(), fullPayFromPercent: rules.missing() })],
    [rules.monthTiersRule()],
    [rules.monthTiersRule({ tiers: rules.missing() })],
    [rules.perYearRangeRule({ fenPerYear: rules.chosen(400_000) })],
    [rules.perYearRangeRule({ fenPerYear: rules.chosen(600_000), minimumFen: rules.missing() })],
    [rules.perYearRangeRule({ maximumFen: rules.missing(), fenPerYear: rules.chosen(600_001) })],
    [rules.capacityStepsRule({ baseUpTo: rules.stated(100) })],
    [rules.perUnitRule()],
  ])('is not seen in one that does not', (rule) => {
    expect(ruleFaults(rule)).toEqual([]);
  });
});
