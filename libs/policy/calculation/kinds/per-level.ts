import { formatYuan } from '../../money/format-yuan.ts';
import type { Facts } from '../facts.ts';
import { due, excluded, heldFor, plainFormula, stepOf, times, type Entitlement, type FormulaResult } from '../formula.ts';
import type { PerLevelRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 市级每个…元、省级每个…元: one amount for a unit of a level; on upgrade the difference, where so chosen (AMB-27). */
export function perLevel(rule: PerLevelRule): FormulaResult {
  const values = valuesOf({ fenByLevel: rule.fenByLevel, onUpgrade: rule.onUpgrade });
  if (!values.ok) return values;
  const { fenByLevel, onUpgrade } = values.value;
  const amountOf = (level: string) => (Object.hasOwn(fenByLevel, level) ? fenByLevel[level] : undefined);
  const unstated = (level: string) => heldFor(`fenByLevel.${level}`, `${rule.title}：未列明该级别的标准`);
  const entitle = ({ level, paidLevel }: Facts): Entitlement => {
    if (level === null) return excluded('NO_LEVEL', rule.clause);
    const fen = amountOf(level);
    if (fen === undefined) return unstated(level);
    const step = times(rule.fenByLevel, { rule: 'per-level', inputs: { level }, n: 1, fen });
    if (paidLevel === null) return due(step.resultFen, [step]);
    const before = amountOf(paidLevel);
    if (before === undefined) return unstated(paidLevel);
    if (fen <= before) return excluded('LEVEL_PAID_BEFORE', sourceOf(rule.onUpgrade, rule.clause));
    if (onUpgrade === 'full') return due(step.resultFen, [step]);
    const difference = BigInt(fen - before);
    const arithmetic = `${formatYuan(step.resultFen)} − ${formatYuan(BigInt(before))}`;
    return due(difference, [step, stepOf(rule.onUpgrade, { rule: 'upgrade', inputs: { level, paidLevel }, arithmetic, fen: difference })]);
  };
  return { ok: true, formula: { ...plainFormula, entitle } };
}
