import type { Calculation, PersonFacts } from './calculation.ts';
import { perCertificate } from './per-certificate.ts';
import { perPerson } from './per-person.ts';
import type { SubsidyRule } from './subsidy-rule.ts';
import { tieredDays } from './tiered-days.ts';

/**
 * What a rule of the policy gives for these persons, line by line, each with its arithmetic and clause. Integers of fen only; nothing is
 * rounded. A value nobody states holds the whole calculation: it names the value, and every amount is 0.
 */
export function calculateSubsidy(rule: SubsidyRule, persons: readonly PersonFacts[]): Calculation {
  switch (rule.kind) {
    case 'tiered-days':
      return tieredDays(rule, persons);
    case 'per-person':
      return perPerson(rule, persons);
    case 'per-certificate':
      return perCertificate(rule, persons);
  }
}
