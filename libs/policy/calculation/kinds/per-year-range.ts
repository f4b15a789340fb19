import { formatYuan } from '../../money/format-yuan.ts';
import type { PolicyValue } from '../../snapshot/policy-value.ts';
import type { Facts } from '../facts.ts';
import { due, heldFor, plainFormula, stepOf, type Entitlement, type FormulaResult } from '../formula.ts';
import type { PerYearRangeRule } from '../subsidy-rule.ts';
import { valuesOf } from '../values.ts';

/** 每人每年…—…元: the county's rate within the range, by whole years; a part of a year is nobody's word (AMB-28). */
export function perYearRange(rule: PerYearRangeRule): FormulaResult {
  const values = valuesOf({ minimumFen: rule.minimumFen, maximumFen: rule.maximumFen });
  if (!values.ok) return values;
  const [minimum, maximum] = [BigInt(values.value.minimumFen), BigInt(values.value.maximumFen)];
  const { fenPerYear } = rule;
  const entitle = ({ years, months, approvedFen }: Facts): Entitlement => {
    if (fenPerYear.kind === 'missing' && approvedFen === null) return heldFor('fenPerYear', fenPerYear.reason);
    if (months > 0) return heldFor('partialYears', `${rule.title}：不满一年的部分如何计算，文件未规定（AMB-28）`);
    const rate = fenPerYear.kind === 'missing' ? (approvedFen ?? 0n) : BigInt(fenPerYear.value);
    if (rate < minimum || rate > maximum)
      return heldFor('fenPerYear', `${rule.title}：${formatYuan(rate)} 不在 ${formatYuan(minimum)}—${formatYuan(maximum)} 之内`);
    const source: PolicyValue<unknown> =
      fenPerYear.kind === 'missing' ? { kind: 'chosen', value: rate, amb: 'AMB-28', reason: fenPerYear.reason } : fenPerYear;
    const fen = BigInt(years) * rate;
    return due(fen, [stepOf(source, { rule: 'per-year', inputs: { years }, arithmetic: `${years} × ${formatYuan(rate)}`, fen })]);
  };
  return { ok: true, formula: { ...plainFormula, entitle } };
}
