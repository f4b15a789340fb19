import * as rules from '../../testing/policy/subsidy-rules.ts';
import { calculateSubsidy, type LineFacts, type SubsidyRule } from '../index.ts';

const total = (rule: SubsidyRule, lines: readonly LineFacts[]) => calculateSubsidy(rule, lines);

describe('a value nobody states', () => {
  const every = [
    ...[rules.tieredDaysRule(), rules.dailyRateRule(), rules.perPersonRule(), rules.perCertificateRule(), rules.individualLevelRule()],
    ...[
      rules.perMonthRule(),
      rules.monthTiersRule(),
      rules.perYearRangeRule({ fenPerYear: rules.stated(500_000) }),
      rules.capacityStepsRule(),
    ],
    ...[rules.perLevelRule(), rules.perUnitRule(), rules.countsWithCapRule()],
  ];
  /** Missing, these alone hold nothing: who is paid and from which fund is no part of the arithmetic; the others hold lines that need them. */
  const harmless = ['payee', 'belowRate'];
  const cases = every.flatMap((rule) =>
    Object.entries(rule)
      .filter(([name, value]) => typeof value === 'object' && value !== null && 'kind' in value && !harmless.includes(name))
      .map(([name]) => [rule.kind, name, rule] as const),
  );
  const limits = (['groups', 'classesPerYear', 'repeatMonths', 'cap'] as const).map(
    (name) => ['daily-rate', name, rules.dailyRateRule()] as const,
  );
  const months = (['maximumMonths', 'eligible', 'undecidedBelowMonths'] as const).map(
    (name) => ['per-month', name, rules.perMonthRule()] as const,
  );

  it.each([...cases, ...limits, ...months])('holds a claim by %s: %s', (_kind, name, rule) => {
    const open = { ...rule, [name]: rules.missing(`没有${name}`) };
    const result = total(open, [{ ref: 'a', payableDays: 10, isEmployed: true, years: 1 }]);
    expect(result).toMatchObject({ amountFen: 0n, recoveryFen: 0n, isFullPay: false, hints: [], trained: 1, employed: 1 });
    expect(result.held).toEqual([{ name, reason: `没有${name}` }]);
    expect(result.lines).toEqual([{ ref: 'a', people: 1, amountFen: 0n, recoveryFen: 0n, steps: [] }]);
  });

  it('is told once, with all others', () => {
    const open = rules.capacityStepsRule({ capFen: rules.missing(), groups: rules.missing(), baseFen: rules.missing() });
    expect(total(open, []).held.map(({ name }) => name)).toEqual(['baseFen', 'capFen', 'groups']);
  });
});
