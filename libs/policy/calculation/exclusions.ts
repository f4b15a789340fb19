import type { CalculationExclusion, CalculationHold, CalculationTerms } from './calculation.ts';
import type { Facts } from './facts.ts';
import type { Cliff } from './formula.ts';
import type { SubsidyRule } from './subsidy-rule.ts';
import { sourceOf, valuesOf } from './values.ts';

/** What a person may be left out for, whatever the formula. */
export interface Exclusions {
  readonly of: (facts: Facts) => CalculationExclusion | undefined;
  readonly cliffs: (facts: Facts) => readonly Cliff[];
}

const NOT_COMPLETED: CalculationExclusion = { code: 'NOT_COMPLETED', clause: 'AMB-09' };

function limitsOf(rule: SubsidyRule) {
  return 'classesPerYear' in rule ? rule : { classesPerYear: null, repeatMonths: null };
}

/**
 * Not on the completion roster (AMB-09; an advance comes before it), in none of the rule's groups, one class too many in the year, the same
 * occupation and level again too soon (AMB-35). A soft yearly limit is lifted by an approved override alone (AMB-15).
 */
export function exclusionsOf(
  rule: SubsidyRule,
  needsCompletion: boolean,
  { settlement = 'final' }: CalculationTerms,
): { readonly ok: true; readonly exclusions: Exclusions } | { readonly ok: false; readonly held: readonly CalculationHold[] } {
  const { classesPerYear, repeatMonths } = limitsOf(rule);
  const values = valuesOf({ groups: rule.groups, classesPerYear, repeatMonths });
  if (!values.ok) return values;
  const said = values.value;
  const asksCompletion = needsCompletion && settlement === 'final';
  const isOver = ({ classesThisYear }: Facts) => said.classesPerYear !== null && classesThisYear >= said.classesPerYear.count;
  const isSoft = said.classesPerYear?.binding === 'soft';
  const [notInGroup, tooMany, tooSoon] = [
    { code: 'NOT_IN_GROUP', clause: rule.groups === null ? rule.clause : sourceOf(rule.groups, rule.clause) },
    { code: 'YEARLY_LIMIT_REACHED', clause: classesPerYear === null ? rule.clause : sourceOf(classesPerYear, rule.clause) },
    { code: 'REPEATED_TOO_SOON', clause: repeatMonths === null ? rule.clause : sourceOf(repeatMonths, rule.clause) },
  ];
  const of = (facts: Facts): CalculationExclusion | undefined => {
    if (asksCompletion && !facts.isCompleted) return NOT_COMPLETED;
    if (said.groups !== null && !said.groups.some((group) => facts.groups.includes(group))) return notInGroup;
    if (isOver(facts) && !(isSoft && facts.overrideYearlyLimit)) return tooMany;
    const isRepeat = said.repeatMonths !== null && facts.monthsSinceSame !== null && facts.monthsSinceSame < said.repeatMonths;
    return isRepeat ? tooSoon : undefined;
  };
  const cliffs = (facts: Facts): Cliff[] =>
    isSoft && isOver(facts) && !facts.overrideYearlyLimit
      ? [{ code: 'SOFT_YEARLY_LIMIT', params: { count: said.classesPerYear.count }, facts: { ...facts, overrideYearlyLimit: true } }]
      : [];
  return { ok: true, exclusions: { of, cliffs } };
}
