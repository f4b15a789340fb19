import type { Facts } from '../facts.ts';
import { due, excluded, times, type FormulaResult } from '../formula.ts';
import type { PerPersonRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 企业职工培训按每人…元: one amount for everybody who completed the days the policy asks for; 不少于 is inclusive (AMB-29). */
export function perPerson(rule: PerPersonRule): FormulaResult {
  const values = valuesOf({ fenPerPerson: rule.fenPerPerson, minimumDays: rule.minimumDays });
  if (!values.ok) return values;
  const { fenPerPerson, minimumDays } = values.value;
  const step = times(rule.fenPerPerson, { rule: 'per-person', inputs: { minimumDays }, n: 1, fen: fenPerPerson });
  const [paid, tooShort] = [due(step.resultFen, [step]), excluded('DAYS_BELOW_MINIMUM', sourceOf(rule.minimumDays, rule.clause))];
  const formula = {
    needsCompletion: true,
    entitle: ({ payableDays }: Facts) => (payableDays >= minimumDays ? paid : tooShort),
    cliffs: (facts: Facts) =>
      facts.payableDays >= minimumDays
        ? []
        : [
            {
              code: 'DAYS_BELOW_MINIMUM',
              params: { missing: minimumDays - facts.payableDays },
              facts: { ...facts, payableDays: minimumDays },
            },
          ],
  };
  return { ok: true, formula };
}
