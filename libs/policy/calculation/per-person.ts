import { formatYuan } from '../money/format-yuan.ts';
import type { Calculation, CalculationStep, PersonFacts } from './calculation.ts';
import { calculationOf, excludedLine, heldCalculation, valuesOf } from './calculation-parts.ts';
import type { PerPersonRule } from './subsidy-rule.ts';

interface Values extends Record<string, unknown> {
  readonly fenPerPerson: number;
  readonly minimumDays: number;
}

/** 企业职工培训按每人…元: one amount for everybody who completed the days the policy asks for. */
export function perPerson(rule: PerPersonRule, persons: readonly PersonFacts[]): Calculation {
  const { fenPerPerson, minimumDays, clause } = rule;
  const values = valuesOf<Values>({ fenPerPerson, minimumDays });
  if (!values.ok) return heldCalculation(persons, values.held);
  const amountFen = BigInt(values.value.fenPerPerson);
  const step: CalculationStep = {
    rule: 'per-person',
    inputs: { minimumDays: values.value.minimumDays },
    arithmetic: `1 × ${formatYuan(amountFen)}`,
    resultFen: amountFen,
    clause,
    kind: fenPerPerson.kind,
  };
  const lines = persons.map(({ ref, isCompleted, payableDays, paidFen }) => {
    if (!isCompleted) return excludedLine(ref, 'NOT_COMPLETED', 'AMB-09');
    if (payableDays < values.value.minimumDays) return excludedLine(ref, 'DAYS_BELOW_MINIMUM', clause);
    if (paidFen > 0n) return excludedLine(ref, 'PAID_BEFORE', clause);
    return { ref, amountFen, steps: [step] };
  });
  return calculationOf(persons, lines, { isFullPay: true });
}
