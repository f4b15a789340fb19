import { formatYuan } from '../../money/format-yuan.ts';
import type { Facts } from '../facts.ts';
import { capped, excluded, stepOf, type Cliff, type Entitlement, type FormulaResult } from '../formula.ts';
import type { CapacityStepsRule } from '../subsidy-rule.ts';
import { sourceOf, valuesOf } from '../values.ts';

/** 100—200人的奖补…元，每增加50人增加…元，最高…元: whole steps only, nothing below the first capacity (AMB-26). */
export function capacitySteps(rule: CapacityStepsRule): FormulaResult {
  const { fromCapacity, baseUpTo, baseFen, stepPersons, stepFen, capFen } = rule;
  const values = valuesOf({ fromCapacity, baseUpTo, baseFen, stepPersons, stepFen, capFen });
  if (!values.ok) return values;
  const said = values.value;
  const stepsOf = (capacity: number) => Math.floor(Math.max(0, capacity - said.baseUpTo) / said.stepPersons);
  const entitle = ({ capacity }: Facts): Entitlement => {
    if (capacity < said.fromCapacity) return excluded('CAPACITY_BELOW_MINIMUM', sourceOf(fromCapacity, rule.clause));
    const n = stepsOf(capacity);
    const [base, each] = [BigInt(said.baseFen), BigInt(said.stepFen)];
    const fen = base + BigInt(n) * each;
    const arithmetic = n === 0 ? formatYuan(base) : `${formatYuan(base)} + ${n} × ${formatYuan(each)}`;
    return capped([stepOf(baseFen, { rule: 'capacity', inputs: { capacity }, arithmetic, fen })], fen, BigInt(said.capFen), capFen);
  };
  const cliffs = (facts: Facts): Cliff[] => {
    const next = facts.capacity < said.fromCapacity ? said.fromCapacity : said.baseUpTo + (stepsOf(facts.capacity) + 1) * said.stepPersons;
    return [
      { code: 'NEXT_CAPACITY_STEP', params: { missing: next - facts.capacity, capacity: next }, facts: { ...facts, capacity: next } },
    ];
  };
  return { ok: true, formula: { needsCompletion: false, entitle, cliffs } };
}
