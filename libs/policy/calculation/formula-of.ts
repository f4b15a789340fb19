import type { FormulaResult } from './formula.ts';
import { capacitySteps } from './kinds/capacity-steps.ts';
import { countsWithCap } from './kinds/counts-with-cap.ts';
import { dailyRate } from './kinds/daily-rate.ts';
import { individualLevel } from './kinds/individual-level.ts';
import { monthTiers } from './kinds/month-tiers.ts';
import { perCertificate } from './kinds/per-certificate.ts';
import { perLevel } from './kinds/per-level.ts';
import { perMonth } from './kinds/per-month.ts';
import { perPerson } from './kinds/per-person.ts';
import { perUnit } from './kinds/per-unit.ts';
import { perYearRange } from './kinds/per-year-range.ts';
import { tieredDays } from './kinds/tiered-days.ts';
import type { SubsidyRule } from './subsidy-rule.ts';

/** The rule's own formula with its values read, or those that nobody states. */
export function formulaOf(rule: SubsidyRule): FormulaResult {
  switch (rule.kind) {
    case 'tiered-days':
      return tieredDays(rule);
    case 'daily-rate':
      return dailyRate(rule);
    case 'per-person':
      return perPerson(rule);
    case 'per-certificate':
      return perCertificate(rule);
    case 'individual-level':
      return individualLevel(rule);
    case 'per-month':
      return perMonth(rule);
    case 'month-tiers':
      return monthTiers(rule);
    case 'per-year-range':
      return perYearRange(rule);
    case 'capacity-steps':
      return capacitySteps(rule);
    case 'per-level':
      return perLevel(rule);
    case 'per-unit':
      return perUnit(rule);
    case 'counts-with-cap':
      return countsWithCap(rule);
  }
}
