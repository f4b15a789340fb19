import fc from 'fast-check';
import { factRefusals } from '../../../contracts/refusals/facts.ts';
import * as rules from '../../../testing/policy/subsidy-rules.ts';
import { calculateSubsidy, factFields, readGiven } from '../../index.ts';

describe('bad input of every kind', () => {
  const all = [
    ...[rules.tieredDaysRule(), rules.tieredDaysRule({ tiers: rules.missing() }), rules.dailyRateRule(), rules.perPersonRule()],
    ...[rules.perCertificateRule({ excludeInsured: rules.stated(true) }), rules.individualLevelRule(), rules.perMonthRule()],
    ...[rules.monthTiersRule(), rules.perYearRangeRule(), rules.capacityStepsRule(), rules.perLevelRule(), rules.perUnitRule()],
    rules.countsWithCapRule(),
  ];
  const anyRule = fc.constantFrom(...all);
  const field = fc.constantFrom(...Object.keys(factFields), 'paid', 'count', 'employed', 'completed', 'ref', 'settlement', 'days', '');
  const words = ['elementary', 'city', 'poverty', 'enterprise', '2500.00', '-1', 'NaN', '1e9', '__proto__', 'constructor'];
  const wild = fc.oneof(
    fc.constantFrom<unknown>(-1, 0.5, 1e12, NaN, Infinity, -Infinity, null, undefined, true, false, '', [], {}, ...words),
    fc.integer({ min: 0, max: 4_000 }),
    fc.bigInt({ min: -5n, max: 10n ** 13n }),
    fc.array(fc.constantFrom('elementary', 'poverty', 'x', 3), { maxLength: 3 }),
    fc.anything({ maxDepth: 1 }),
  );
  const line = fc.dictionary(field, wild, { maxKeys: 6 });
  const given = fc.oneof(
    fc.record({ trainees: fc.oneof(line, wild) }),
    fc.record({ persons: fc.oneof(fc.array(line, { maxLength: 4 }), wild), settlement: wild }, { requiredKeys: ['persons'] }),
    fc.record({ units: fc.oneof(fc.array(line, { maxLength: 4 }), wild) }),
    fc.anything({ maxDepth: 1 }),
  );
  const codes = new Set(Object.keys(factRefusals));

  it('is either calculated without an exception, never below nothing, or refused with a known message', () => {
    fc.assert(
      fc.property(anyRule, given, (rule, wildly) => {
        const read = readGiven(rule, wildly);
        if (!read.ok) {
          const { errors = [] } = read.refusal;
          expect(errors.length).toBeGreaterThan(0);
          expect(errors.filter(({ code, pointer }) => !codes.has(code) || pointer === undefined)).toEqual([]);
          return;
        }
        const { amountFen, recoveryFen, lines } = calculateSubsidy(rule, read.value.lines, read.value.terms);
        expect(amountFen >= 0n && recoveryFen >= 0n).toBe(true);
        expect(lines.reduce((sum, one) => sum + one.amountFen, 0n)).toBe(amountFen);
      }),
      { numRuns: fc.readConfigureGlobal().numRuns ?? 10_000 },
    );
  }, 120_000);
});
