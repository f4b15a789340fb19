import type { SubsidyRule } from '#libs/policy';

/** What two officials may decide for one person of a claim. */
export const overrideFacts = ['overrideCapFen', 'overrideYearlyLimit', 'approvedFen'] as const;
export type OverrideFact = (typeof overrideFacts)[number];

function isSoft(value: { readonly kind: string; readonly value?: { readonly binding: string } } | null): boolean {
  return value?.value?.binding === 'soft';
}

/** Only limits the document puts as a principle (原则上) may be raised (AMB-15), and only amounts it leaves open be set (AMB-22, AMB-28). */
export function overridable(rule: SubsidyRule): readonly OverrideFact[] {
  const facts: OverrideFact[] = [];
  if (rule.kind === 'daily-rate' && isSoft(rule.cap)) facts.push('overrideCapFen');
  if ('classesPerYear' in rule && isSoft(rule.classesPerYear)) facts.push('overrideYearlyLimit');
  const isOpen =
    (rule.kind === 'tiered-days' && rule.tiers.kind === 'missing') ||
    (rule.kind === 'per-year-range' && rule.fenPerYear.kind === 'missing');
  return isOpen ? [...facts, 'approvedFen'] : facts;
}
