import type { FactName } from './facts.ts';
import type { SubsidyKind, SubsidyRule } from './subsidy-rule.ts';

/** The facts a calculation by a rule must have, and those it also understands; every other fact is refused. */
export interface RuleFacts {
  readonly needs: readonly FactName[];
  readonly may: readonly FactName[];
}

const EVERY: readonly FactName[] = ['people', 'paidFen'];
const CLASS: readonly FactName[] = ['isCompleted', 'isEmployed', 'classesThisYear', 'overrideYearlyLimit', 'monthsSinceSame'];

const byKind: Readonly<Record<SubsidyKind, RuleFacts>> = {
  'tiered-days': { needs: ['payableDays'], may: CLASS },
  'daily-rate': { needs: ['payableDays'], may: [...CLASS, 'overrideCapFen'] },
  'per-person': { needs: ['payableDays'], may: CLASS },
  'per-certificate': { needs: ['certificate'], may: ['isFirst', 'subsidised'] },
  'individual-level': { needs: ['level', 'contributionMonths'], may: [] },
  'per-month': { needs: ['months'], may: ['monthsPaid', 'employerKind'] },
  'month-tiers': { needs: ['months'], may: [] },
  'per-year-range': { needs: ['years'], may: ['months'] },
  'capacity-steps': { needs: ['capacity'], may: [] },
  'per-level': { needs: ['level'], may: ['paidLevel'] },
  'per-unit': { needs: ['count'], may: [] },
  'counts-with-cap': { needs: ['level', 'trained', 'exported'], may: ['awardedFen'] },
};

/** Whether a county's own figure stands in for a rate the document does not give (AMB-22, AMB-28). */
function takesApproved(rule: SubsidyRule): boolean {
  return (
    (rule.kind === 'tiered-days' && rule.tiers.kind === 'missing') || (rule.kind === 'per-year-range' && rule.fenPerYear.kind === 'missing')
  );
}

/** Facts that only this rule's own values ask for. */
function askedBy(rule: SubsidyRule): FactName[] {
  const asked: FactName[] = [];
  if (rule.groups !== null || (rule.kind === 'per-month' && rule.eligible !== null)) asked.push('groups');
  if (rule.kind === 'per-certificate' && (rule.excludeInsured.kind === 'missing' || rule.excludeInsured.value))
    asked.push('isInsured', 'qualifiesForIndividual');
  return asked;
}

/** Which facts a rule needs and which it may have, e.g. for a form or a check of what was handed in. */
export function factsOfRule(rule: SubsidyRule): RuleFacts {
  const { needs, may } = byKind[rule.kind];
  const asked = askedBy(rule);
  return {
    needs: [...needs, ...asked],
    may: [
      ...EVERY,
      ...may,
      ...(takesApproved(rule) ? (['approvedFen'] as const) : []),
      ...(asked.includes('groups') ? [] : (['groups'] as const)),
    ],
  };
}
