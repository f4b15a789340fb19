import type { Facts } from '../facts.ts';
import { due, excluded, times, type Cliff, type Entitlement, type FormulaResult } from '../formula.ts';
import type { MonthTiersRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 达到…个月的，每人…元: the highest tier reached, nothing below the lowest (AMB-53). */
export function monthTiers(rule: MonthTiersRule): FormulaResult {
  const values = valuesOf({ tiers: rule.tiers });
  if (!values.ok) return values;
  const tiers = [...values.value.tiers].sort((a, b) => a.fromMonths - b.fromMonths);
  const entitle = ({ months }: Facts): Entitlement => {
    const tier = tiers.findLast(({ fromMonths }) => months >= fromMonths);
    if (!tier) return excluded('MONTHS_BELOW_MINIMUM', sourceOf(rule.tiers, rule.clause));
    const { fromMonths, fen } = tier;
    const step = times(rule.tiers, { rule: 'month-tiers', inputs: { months, fromMonths }, n: 1, fen });
    return due(step.resultFen, [step]);
  };
  const cliffs = (facts: Facts): Cliff[] => {
    const next = tiers.find(({ fromMonths }) => fromMonths > facts.months);
    if (!next) return [];
    const params = { missing: next.fromMonths - facts.months, fromMonths: next.fromMonths };
    return [{ code: 'NEXT_TIER', params, facts: { ...facts, months: next.fromMonths } }];
  };
  return { ok: true, formula: { needsCompletion: false, entitle, cliffs } };
}
