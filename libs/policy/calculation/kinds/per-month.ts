import { formatYuan } from '../../money/format-yuan.ts';
import type { Facts } from '../facts.ts';
import { due, excluded, heldFor, times, type Entitlement, type FormulaResult } from '../formula.ts';
import type { PerMonthRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 每人每月…元，最长不超过…个月: full months, what earlier claims paid counts towards the most (AMB-56). */
export function perMonth(rule: PerMonthRule): FormulaResult {
  const { fenPerMonth, maximumMonths, eligible, undecidedBelowMonths } = rule;
  const values = valuesOf({ fenPerMonth, maximumMonths, eligible, undecidedBelowMonths });
  if (!values.ok) return values;
  const said = values.value;
  const isEligible = ({ groups, employerKind }: Facts) =>
    said.eligible === null ||
    said.eligible.some(
      ({ group, employerKinds }) =>
        groups.includes(group) && (employerKinds === null || (employerKind !== null && employerKinds.includes(employerKind))),
    );
  const entitle = (facts: Facts): Entitlement => {
    const { months, monthsPaid } = facts;
    if (eligible !== null && !isEligible(facts)) return excluded('EMPLOYER_NOT_ELIGIBLE', sourceOf(eligible, rule.clause));
    if (undecidedBelowMonths !== null && said.undecidedBelowMonths !== null && months < said.undecidedBelowMonths)
      return heldFor(
        'undecidedBelowMonths',
        `${rule.title}：不满 ${said.undecidedBelowMonths} 个月是否发放，文件未规定（${sourceOf(undecidedBelowMonths, rule.clause)}）`,
      );
    const left = said.maximumMonths === null ? months : Math.max(0, said.maximumMonths - monthsPaid);
    if (months > 0 && left === 0) return excluded('MONTHS_USED_UP', sourceOf(maximumMonths ?? fenPerMonth, rule.clause));
    const paid = Math.min(months, left);
    const step = times(fenPerMonth, { rule: 'per-month', inputs: { months, monthsPaid }, n: paid, fen: said.fenPerMonth });
    if (paid === months) return due(step.resultFen, [step]);
    const arithmetic = `min(${months}, ${said.maximumMonths} − ${monthsPaid}) × ${formatYuan(BigInt(said.fenPerMonth))}`;
    return due(step.resultFen, [{ ...step, arithmetic }]);
  };
  const cliffs = (facts: Facts) => [{ code: 'ONE_MORE_MONTH', params: {}, facts: { ...facts, months: facts.months + 1 } }];
  return { ok: true, formula: { needsCompletion: false, entitle, cliffs } };
}
