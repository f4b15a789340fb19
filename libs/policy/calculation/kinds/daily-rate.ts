import type { PolicyValue } from '../../snapshot/policy-value.ts';
import type { Facts } from '../facts.ts';
import { capped, due, remembered, times, type Cliff, type Entitlement, type FormulaResult } from '../formula.ts';
import type { DailyRateRule } from '../subsidy-rule.ts';
import { valuesOf } from '../values.ts';

/** The daily rate, and at most so much in all. */
interface Standard {
  readonly fenPerDay: number;
  readonly capFen: bigint | null;
  readonly rate: PolicyValue<unknown>;
  readonly cap: PolicyValue<unknown> | null;
  readonly name: string;
}

function byStandard(days: number, { fenPerDay, capFen, rate, cap, name }: Standard): Entitlement & { readonly is: 'due' } {
  const step = times(rate, { rule: name, inputs: { days }, n: days, fen: fenPerDay });
  const result = capFen === null || cap === null ? due(step.resultFen, [step]) : capped([step], step.resultFen, capFen, cap);
  return result as Entitlement & { readonly is: 'due' };
}

/** 本方案下发前已出台高于此标准的，继续执行: an earlier standard on record that brings more for these days goes on (AMB-59). */
function earlierOf({ earlierHigherStandard: earlier }: DailyRateRule): Standard | null {
  if (earlier === null || earlier.kind === 'missing') return null;
  const { fenPerDay, capFen } = earlier.value;
  return { name: 'earlier-standard', fenPerDay, capFen: BigInt(capFen), rate: earlier, cap: earlier };
}

/** 每人每天…元，(原则上)不超过…元. A soft cap is raised by an approved override alone (AMB-15). */
export function dailyRate(rule: DailyRateRule): FormulaResult {
  const values = valuesOf({ fenPerDay: rule.fenPerDay, cap: rule.cap, needsCompletion: rule.needsCompletion });
  if (!values.ok) return values;
  const { fenPerDay, cap, needsCompletion } = values.value;
  const isSoft = cap?.binding === 'soft';
  const earlier = earlierOf(rule);
  const capFor = (overrideCapFen: bigint | null): bigint | null => {
    const usual = cap === null ? null : BigInt(cap.fen);
    return isSoft && usual !== null && overrideCapFen !== null && overrideCapFen > usual ? overrideCapFen : usual;
  };
  const entitle = ({ payableDays, overrideCapFen }: Facts): Entitlement => {
    const usual = byStandard(payableDays, {
      name: 'daily-rate',
      fenPerDay,
      capFen: capFor(overrideCapFen),
      rate: rule.fenPerDay,
      cap: rule.cap,
    });
    const before = earlier === null ? usual : byStandard(payableDays, earlier);
    return before.fen > usual.fen ? before : usual;
  };
  const cliffs = (facts: Facts): Cliff[] => {
    const longer: Cliff = { code: 'ONE_MORE_DAY', params: {}, facts: { ...facts, payableDays: facts.payableDays + 1 } };
    if (!isSoft) return [longer];
    const uncapped = BigInt(facts.payableDays) * BigInt(fenPerDay);
    return [longer, { code: 'SOFT_CAP_REACHED', params: { capFen: cap.fen }, facts: { ...facts, overrideCapFen: uncapped } }];
  };
  const keyOf = ({ payableDays, overrideCapFen }: Facts) => (overrideCapFen === null ? payableDays : null);
  return { ok: true, formula: { needsCompletion, entitle: remembered(keyOf, entitle), cliffs } };
}
