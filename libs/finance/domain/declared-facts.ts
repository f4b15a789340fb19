import { factsOfRule, type FactName, type SubsidyRule } from '#libs/policy';
import type { ClaimBasis } from './claim-basis.ts';

/** Known from the platform's own records, or raised by two officials: nobody declares them. */
const REMEMBERED: readonly FactName[] = [
  ...(['people', 'paidFen', 'subsidised', 'monthsPaid', 'paidLevel', 'awardedFen', 'classesThisYear', 'monthsSinceSame'] as const),
  ...(['approvedFen', 'overrideCapFen', 'overrideYearlyLimit'] as const),
];
/** Recorded by the class itself: attendance, completion roster, results, proofs. */
const RECORDED: readonly FactName[] = ['payableDays', 'isCompleted', 'isEmployed', 'certificate'];

export interface DeclarableFacts {
  /** Must be declared of every person or unit. */
  readonly needs: readonly FactName[];
  readonly may: readonly FactName[];
}

/** What an applicant declares under a rule; the rest is taken from records. Months and years follow from the period. */
export function declarableFacts(rule: SubsidyRule, basis: ClaimBasis): DeclarableFacts {
  const hidden = new Set<FactName>([...REMEMBERED, ...(basis === 'class' || basis === 'order' ? RECORDED : []), 'months', 'years']);
  const { needs, may } = factsOfRule(rule);
  const declared = (names: readonly FactName[]) => [...new Set(names)].filter((name) => !hidden.has(name));
  return { needs: declared(needs), may: declared(may) };
}
