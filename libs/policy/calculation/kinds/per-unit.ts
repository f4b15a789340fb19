import type { Facts } from '../facts.ts';
import { due, plainFormula, times, type FormulaResult } from '../formula.ts';
import type { PerUnitRule } from '../subsidy-rule.ts';
import { valuesOf } from '../values.ts';

/** 按每个…元: so many units at one amount. */
export function perUnit(rule: PerUnitRule): FormulaResult {
  const values = valuesOf({ fenPerUnit: rule.fenPerUnit });
  if (!values.ok) return values;
  const { fenPerUnit } = values.value;
  const entitle = ({ count }: Facts) => {
    const step = times(rule.fenPerUnit, { rule: 'per-unit', inputs: { count }, n: count, fen: fenPerUnit });
    return due(step.resultFen, [step]);
  };
  return { ok: true, formula: { ...plainFormula, entitle } };
}
