import type { CalculationExclusion, CalculationHold, CalculationTerms } from './calculation.ts';
import type { SubsidyRule } from './subsidy-rule.ts';
import { sourceOf, valuesOf } from './values.ts';

export interface Counts {
  readonly trained: number;
  readonly employed: number;
}

/** Whether everybody trained is paid. */
export interface EmploymentTest {
  readonly isFullPay: boolean;
  /** Why those without employment are not paid; only below the rate. */
  readonly exclusion?: CalculationExclusion;
  /** The rate asked for, and how many employed persons are missing; only below it. */
  readonly below?: { readonly percent: number; readonly missing: number };
}

const PERCENT = 100;
const PASSED = { ok: true, test: { isFullPay: true } } as const;

/**
 * 培训后就业率达到80%及以上的，全额拨付; below it the employed alone, where the policy says so (AMB-12, AMB-13, AMB-22). The rate is over everybody in
 * the claim: a whole class, or all classes of an order (AMB-19). Compared as integers; an advance is not tested (AMB-18).
 */
export function employmentTest(
  rule: SubsidyRule,
  { trained, employed }: Counts,
  { settlement = 'final' }: CalculationTerms,
): { readonly ok: true; readonly test: EmploymentTest } | { readonly ok: false; readonly held: readonly CalculationHold[] } {
  if (rule.kind !== 'tiered-days' || settlement === 'advance') return PASSED;
  const values = valuesOf({ fullPayFromPercent: rule.fullPayFromPercent });
  if (!values.ok) return values;
  const { fullPayFromPercent: percent } = values.value;
  if (trained > 0 && employed * PERCENT >= trained * percent) return PASSED;
  const missing = Math.ceil((trained * percent) / PERCENT) - employed;
  if (rule.belowRate.kind === 'missing' && trained > 0) return { ok: false, held: [{ name: 'belowRate', reason: rule.belowRate.reason }] };
  const exclusion = { code: 'NOT_EMPLOYED', clause: sourceOf(rule.belowRate, rule.clause) };
  return { ok: true, test: { isFullPay: false, exclusion, below: { percent, missing } } };
}
