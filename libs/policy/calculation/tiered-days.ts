import { formatYuan } from '../money/format-yuan.ts';
import type { Calculation, CalculationHint, CalculationLine, CalculationStep, PersonFacts } from './calculation.ts';
import { calculationOf, countsOf, excludedLine, heldCalculation, valuesOf } from './calculation-parts.ts';
import type { TieredDaysRule } from './subsidy-rule.ts';

interface Values extends Record<string, unknown> {
  readonly tiers: readonly { readonly upToDay: number | null; readonly fenPerDay: number }[];
  readonly capFen: number;
  readonly fullPayFromPercent: number;
}

interface Entitlement {
  readonly amountFen: bigint;
  readonly steps: readonly CalculationStep[];
}

/** What so many days are worth in all, cap included; tiers count from the first day of the class (AMB-18), whole days only (AMB-16). */
function entitlementOf(days: number, rule: TieredDaysRule, { tiers, capFen }: Values): Entitlement {
  const parts: string[] = [];
  let [sum, from] = [0, 0];
  for (const { upToDay, fenPerDay } of tiers) {
    const inTier = Math.max(0, Math.min(days, upToDay ?? days) - from);
    if (inTier > 0) parts.push(`${inTier} × ${formatYuan(BigInt(fenPerDay))}`);
    sum += inTier * fenPerDay;
    from = upToDay ?? days;
  }
  const { clause } = rule;
  const byDays: CalculationStep = {
    rule: 'tiers',
    inputs: { days },
    arithmetic: parts.join(' + ') || '0',
    resultFen: BigInt(sum),
    clause,
    kind: rule.tiers.kind,
  };
  if (sum <= capFen) return { amountFen: BigInt(sum), steps: [byDays] };
  const capped: CalculationStep = {
    rule: 'cap',
    inputs: { capFen },
    arithmetic: `min(${formatYuan(BigInt(sum))}, ${formatYuan(BigInt(capFen))})`,
    resultFen: BigInt(capFen),
    clause,
    kind: rule.capFen.kind,
  };
  return { amountFen: BigInt(capFen), steps: [byDays, capped] };
}

/** What is still due after earlier stages of a project class (AMB-18); never negative: too much paid is a recovery. */
function balance(total: Entitlement, paidFen: bigint, clause: string): Entitlement {
  if (paidFen === 0n) return total;
  const due = total.amountFen > paidFen ? total.amountFen - paidFen : 0n;
  const step: CalculationStep = {
    rule: 'paid-before',
    inputs: { paidFen: String(paidFen) },
    arithmetic: `${formatYuan(total.amountFen)} − ${formatYuan(paidFen)}`,
    resultFen: due,
    clause,
    kind: 'chosen',
  };
  return { amountFen: due, steps: [...total.steps, step] };
}

/** One more employed person may pay everybody: told before the claim is filed. */
function hintsOf(
  full: readonly Entitlement[],
  now: bigint,
  counts: { trained: number; employed: number },
  percent: number,
): CalculationHint[] {
  const needed = Math.ceil((counts.trained * percent) / 100);
  let everybody = 0n;
  for (const { amountFen } of full) everybody += amountFen;
  const params = { employed: counts.employed, trained: counts.trained, missing: needed - counts.employed, percent };
  return [{ code: 'EMPLOYMENT_RATE_BELOW', params, differenceFen: everybody - now }];
}

/** 前10天每人每天…元，之后每人每天…元，最高…元; everybody trained is paid from the employment rate on, below it the employed alone (AMB-12, AMB-13). */
export function tieredDays(rule: TieredDaysRule, persons: readonly PersonFacts[]): Calculation {
  const { tiers, capFen, fullPayFromPercent } = rule;
  const values = valuesOf<Values>({ tiers, capFen, fullPayFromPercent });
  if (!values.ok) return heldCalculation(persons, values.held);
  const counts = countsOf(persons);
  const isFullPay = counts.trained > 0 && counts.employed * 100 >= counts.trained * values.value.fullPayFromPercent;
  const known = new Map<number, Entitlement>();
  const ofDays = (days: number): Entitlement => {
    const found = known.get(days) ?? entitlementOf(days, rule, values.value);
    known.set(days, found);
    return found;
  };
  const full: Entitlement[] = [];
  const lines = persons.map(({ ref, isCompleted, isEmployed, payableDays, paidFen }): CalculationLine => {
    if (!isCompleted) return excludedLine(ref, 'NOT_COMPLETED', 'AMB-09');
    const due = balance(ofDays(payableDays), paidFen, rule.clause);
    full.push(due);
    if (!isFullPay && !isEmployed) return excludedLine(ref, 'NOT_EMPLOYED', rule.clause);
    return { ref, amountFen: due.amountFen, steps: due.steps };
  });
  const calculation = calculationOf(persons, lines, { isFullPay });
  if (isFullPay || counts.trained === 0) return calculation;
  return { ...calculation, hints: hintsOf(full, calculation.amountFen, counts, values.value.fullPayFromPercent) };
}
