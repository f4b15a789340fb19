import { accept, refuse, type Result } from '../result.ts';
import type { ClassType } from '../snapshot/class-process.ts';
import { processOf, subsidyOf } from '../snapshot/parts-of-snapshot.ts';
import type { PolicySnapshot } from '../snapshot/policy-snapshot.ts';
import type { PolicyValue } from '../snapshot/policy-value.ts';
import { atLeast, flag, not, type Knows, type PersonCheck } from './person-check.ts';
import { knownFact, personFacts, type Known, type PersonFact, type PersonFactName } from './person-fact.ts';
import { groupCode } from './person-groups.ts';
import type { EligibilityCondition } from './policy-eligibility.ts';
import { groupCheck, subsidyChecks } from './subsidy-checks.ts';

/** Whether a person may join a class of a type, or be paid a subsidy, on a day. */
export interface EligibilityQuestion {
  readonly to: { readonly join: ClassType } | { readonly subsidy: string };
  readonly on: string;
  readonly facts: readonly PersonFact[];
}

export type EligibilityAnswer = 'yes' | 'no' | 'unknown';

/** One condition and how the person stands to it. */
export interface EligibilityFinding {
  readonly code: string;
  readonly title: string;
  readonly titleEn: string;
  readonly answer: EligibilityAnswer;
  readonly value: PolicyValue<unknown>;
  /** The facts it was judged by, each with its source and day. */
  readonly facts: readonly PersonFact[];
  /** What to ask where the answer is unknown: names of facts. Empty where the policy itself is silent. */
  readonly ask: readonly PersonFactName[];
}

export interface Eligibility {
  /** `no` where a condition is not fulfilled, `unknown` where one cannot be judged, else `yes`. */
  readonly answer: EligibilityAnswer;
  readonly findings: readonly EligibilityFinding[];
}

function conditionCheck({ code, title, titleEn, value, fact, test }: EligibilityCondition): PersonCheck {
  const judge = (knows: Knows): boolean | undefined => {
    if (value.kind === 'missing') return undefined;
    const known = knows(fact);
    if (test === 'is') return flag(known) === undefined ? undefined : known === value.value;
    if (test === 'at-least') return atLeast(known, Number(value.value));
    return not(atLeast(known, Number(value.value) + 1));
  };
  return { code, title, titleEn, value, facts: [fact], judge };
}

/** Persons of these groups are kept out (GRP-11); who is known to be in none of them is not asked again. */
function excludedCheck(value: PolicyValue<readonly string[]>): PersonCheck {
  const codes = value.kind === 'missing' ? [] : value.value;
  return {
    code: 'excluded-groups',
    title: '不属于政策排除的人员',
    titleEn: 'belongs to no group the policy excludes',
    value,
    facts: ['groups'],
    judge: (knows) => {
      const groups = knows('groups');
      return !(Array.isArray(groups) && codes.some((code) => groups.includes(code)));
    },
  };
}

function checksOf(
  snapshot: PolicySnapshot,
  to: EligibilityQuestion['to'],
): Result<readonly PersonCheck[], 'SUBSIDY_UNKNOWN' | 'CLASS_TYPE_UNKNOWN' | 'POLICY_PARENT_ABSENT'> {
  const { conditions } = snapshot.eligibility;
  if ('subsidy' in to) {
    const rule = subsidyOf(snapshot, to.subsidy);
    if (!rule.ok) return rule;
    const own = conditions.filter(({ appliesTo }) => appliesTo !== 'join' && appliesTo.includes(to.subsidy));
    return accept([...own.map(conditionCheck), ...subsidyChecks(rule.value)]);
  }
  const process = processOf(snapshot, to.join);
  if (!process.ok) return process;
  const { groups, excluded } = process.value.eligibility;
  // A policy that names no groups for a class type leaves it open to everybody.
  const named = groups.kind === 'missing' ? [] : [groupCheck(groups, 'class-groups')];
  const left = excluded.kind === 'missing' ? [] : [excludedCheck(excluded)];
  return accept([...conditions.filter(({ appliesTo }) => appliesTo === 'join').map(conditionCheck), ...named, ...left]);
}

/** Brings the groups a person is said to be in to their codes; those that do not exist on the day fall away (AMB-38). */
function withGroupCodes({ groups }: PolicySnapshot, facts: readonly PersonFact[], on: string): Result<PersonFact[], 'GROUP_UNKNOWN'> {
  const read: PersonFact[] = [];
  for (const one of facts) {
    if (one.fact !== 'groups' || !Array.isArray(one.value)) {
      read.push(one);
      continue;
    }
    const codes: string[] = [];
    for (const name of one.value as readonly string[]) {
      const code = groupCode(groups, name, on);
      if (!code.ok) return code;
      if (code.value !== null) codes.push(code.value);
    }
    read.push({ ...one, value: codes });
  }
  return accept(read);
}

function findingOf(check: PersonCheck, known: ReadonlyMap<PersonFactName, Known>): EligibilityFinding {
  const knows: Knows = (fact) => {
    const found = known.get(fact);
    return found?.state === 'known' ? found.of.value : undefined;
  };
  const { code, title, titleEn, value } = check;
  const isFulfilled = value.kind === 'missing' ? undefined : check.judge(knows);
  const answer = isFulfilled === undefined ? 'unknown' : isFulfilled ? 'yes' : 'no';
  const facts = check.facts.flatMap((fact) => {
    const found = known.get(fact);
    return found?.state === 'known' ? [found.of] : found?.state === 'conflict' ? found.of : [];
  });
  const isOpen = answer === 'unknown' && value.kind !== 'missing';
  return { code, title, titleEn, answer, value, facts, ask: isOpen ? check.facts.filter((fact) => knows(fact) === undefined) : [] };
}

/**
 * Whether a person may join or be paid, by the policy and on the day, from facts with source and time: yes; no, with every clause that says so;
 * or unknown, with what to ask. Nothing that is not known is guessed either way.
 */
export function checkEligibility(
  snapshot: PolicySnapshot,
  { to, on, facts }: EligibilityQuestion,
): Result<Eligibility, 'POLICY_NOT_IN_FORCE' | 'SUBSIDY_UNKNOWN' | 'CLASS_TYPE_UNKNOWN' | 'POLICY_PARENT_ABSENT' | 'GROUP_UNKNOWN'> {
  const { pack } = snapshot;
  if (on < pack.effectiveFrom || (pack.effectiveTo !== null && on > pack.effectiveTo))
    return refuse('POLICY_NOT_IN_FORCE', { pointer: '/on', params: { region: pack.region, on } });
  const checks = checksOf(snapshot, to);
  if (!checks.ok) return checks;
  const read = withGroupCodes(snapshot, facts, on);
  if (!read.ok) return read;
  const names = Object.keys(personFacts) as PersonFactName[];
  const known = new Map(names.map((fact) => [fact, knownFact(read.value, fact, on)] as const));
  const findings = checks.value.map((check) => findingOf(check, known));
  const answers = new Set(findings.map(({ answer }) => answer));
  return accept({ answer: answers.has('no') ? 'no' : answers.has('unknown') ? 'unknown' : 'yes', findings });
}
