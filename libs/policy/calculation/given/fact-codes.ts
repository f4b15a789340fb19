import type { PolicyValue } from '../../snapshot/policy-value.ts';
import type { FactName } from '../facts.ts';
import type { SubsidyRule } from '../subsidy-rule.ts';

/** Levels and kinds of certificates, whether or not a policy has a rate for them (SUB-HG24-12: those are held, not unknown). */
export const certificateCodes = [
  ...['elementary', 'intermediate', 'advanced', 'technician', 'senior-technician'],
  ...['special-operation', 'special-equipment', 'special-competency'],
] as const;

/** An employer of none of the kinds a policy names. */
const OTHER_EMPLOYER = 'other';

function keysOf(value: PolicyValue<Readonly<Record<string, unknown>>>): readonly string[] {
  return value.kind === 'missing' ? [] : Object.keys(value.value);
}

/** Any name where the policy gives no rates at all: such a claim is held, not unknown. */
function namesOf(value: PolicyValue<Readonly<Record<string, unknown>>>): readonly string[] | null {
  return value.kind === 'missing' ? null : keysOf(value);
}

/** The codes that can be said of a certificate or level under a rule; null: the rule names none. */
function levelsOf(rule: SubsidyRule): readonly string[] | null {
  if (rule.kind === 'per-certificate') return [...new Set([...keysOf(rule.fenPerCertificate), ...certificateCodes])];
  if (rule.kind === 'individual-level') return [...new Set([...keysOf(rule.fenByLevel), ...certificateCodes])];
  if (rule.kind === 'per-level') return namesOf(rule.fenByLevel);
  return rule.kind === 'counts-with-cap' ? namesOf(rule.levels) : null;
}

function employersOf(rule: SubsidyRule): readonly string[] | null {
  if (rule.kind !== 'per-month' || rule.eligible === null || rule.eligible.kind === 'missing') return null;
  return [...new Set(rule.eligible.value.flatMap(({ employerKinds }) => employerKinds ?? [])), OTHER_EMPLOYER];
}

/** Which codes a fact may have under a rule; null: any well-formed one. `groups`: the codes of the pack's groups of people. */
export function codesFor(rule: SubsidyRule, name: FactName, groups: readonly string[] | null): readonly string[] | null {
  if (name === 'groups') return groups;
  if (name === 'employerKind') return employersOf(rule);
  return name === 'level' || name === 'paidLevel' || name === 'certificate' || name === 'subsidised' ? levelsOf(rule) : null;
}
