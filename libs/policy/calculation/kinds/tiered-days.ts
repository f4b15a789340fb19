import { formatYuan } from '../../money/format-yuan.ts';
import type { CalculationStep } from '../calculation.ts';
import type { Facts } from '../facts.ts';
import { capped, heldFor, remembered, stepOf, type Entitlement, type FormulaResult } from '../formula.ts';
import type { TieredDaysRule } from '../subsidy-rule.ts';
import { valuesOf } from '../values.ts';

type Tiers = readonly { readonly upToDay: number | null; readonly fenPerDay: number }[];

/** Tiers count from the first day of the class over all stages (AMB-17, AMB-18), whole days only (AMB-16). */
function byDays(days: number, tiers: Tiers, rule: TieredDaysRule): CalculationStep {
  const parts: string[] = [];
  let [fen, from] = [0n, 0];
  for (const { upToDay, fenPerDay } of tiers) {
    const inTier = Math.min(days, upToDay ?? days) - from;
    if (inTier <= 0) break;
    parts.push(`${inTier} × ${formatYuan(BigInt(fenPerDay))}`);
    fen += BigInt(inTier) * BigInt(fenPerDay);
    from += inTier;
  }
  return stepOf(rule.tiers, { rule: 'tiers', inputs: { days }, arithmetic: parts.join(' + ') || '0', fen });
}

/** 县里核定的金额 stands in for a daily rate the document does not give; the cap stays the document's (AMB-22). */
function approved(fen: bigint): CalculationStep {
  return {
    rule: 'approved',
    inputs: { approvedFen: String(fen) },
    arithmetic: formatYuan(fen),
    resultFen: fen,
    clause: 'AMB-22',
    kind: 'chosen',
  };
}

/** 前10天每人每天…元，之后每人每天…元，最高…元. Who is paid at all is the employment rate's matter. */
export function tieredDays(rule: TieredDaysRule): FormulaResult {
  const values = valuesOf({ capFen: rule.capFen, fullPayFromPercent: rule.fullPayFromPercent });
  if (!values.ok) return values;
  const { tiers, capFen } = rule;
  const cap = BigInt(values.value.capFen);
  const entitle = ({ payableDays, approvedFen }: Facts): Entitlement => {
    if (tiers.kind === 'missing' && approvedFen === null) return heldFor('tiers', tiers.reason);
    const step = tiers.kind === 'missing' ? approved(approvedFen ?? 0n) : byDays(payableDays, tiers.value, rule);
    return capped([step], step.resultFen, cap, capFen);
  };
  const formula = {
    needsCompletion: true,
    entitle: remembered(({ payableDays, approvedFen }) => (approvedFen === null ? payableDays : null), entitle),
    cliffs: (facts: Facts) => [{ code: 'ONE_MORE_DAY', params: {}, facts: { ...facts, payableDays: facts.payableDays + 1 } }],
  };
  return { ok: true, formula };
}
