import type { SubsidyRule } from '../calculation/subsidy-rule.ts';
import { both, either, flag, not, atLeast, type Knows, type PersonCheck } from './person-check.ts';

const isIn = (knows: Knows, codes: readonly string[]): boolean | undefined => {
  const groups = knows('groups');
  return Array.isArray(groups) ? codes.some((code) => groups.includes(code)) : undefined;
};

/** One of the groups must fit; used for class types and for subsidies. */
export function groupCheck(value: PersonCheck['value'] & { readonly value?: unknown }, code: string): PersonCheck {
  const codes = value.kind === 'missing' ? [] : (value.value as readonly string[]);
  return {
    code,
    title: '属于政策列明的人员类别',
    titleEn: 'belongs to a group the policy names',
    value,
    facts: ['groups'],
    judge: (knows) => isIn(knows, codes),
  };
}

/** How often a person's classes are paid (SUB-JC20-17, AMB-35). */
function limitChecks(rule: SubsidyRule): PersonCheck[] {
  if (!('classesPerYear' in rule)) return [];
  const { classesPerYear, repeatMonths } = rule;
  const checks: PersonCheck[] = [];
  if (classesPerYear !== null) {
    const count = classesPerYear.kind === 'missing' ? 0 : classesPerYear.value.count;
    checks.push({
      code: 'classes-per-year',
      title: '本年享受次数未满',
      titleEn: 'classes of this year are not used up',
      value: classesPerYear,
      facts: ['classesThisYear'],
      judge: (knows) => not(atLeast(knows('classesThisYear'), count)),
    });
  }
  if (repeatMonths !== null) {
    checks.push({
      code: 'no-repeat',
      title: '限期内未重复同一职业同一等级',
      titleEn: 'not the same occupation and level again within the limit',
      value: repeatMonths,
      facts: ['repeatsWithinLimit'],
      judge: (knows) => not(flag(knows('repeatsWithinLimit'))),
    });
  }
  return checks;
}

function certificateChecks(rule: SubsidyRule): PersonCheck[] {
  if (rule.kind !== 'per-certificate') return [];
  const checks: PersonCheck[] = [];
  const { excludeInsured, repeats } = rule;
  if (excludeInsured.kind === 'missing' || excludeInsured.value) {
    checks.push({
      code: 'not-insured',
      title: '不属于缴纳失业保险且符合个人技能提升补贴的人员',
      titleEn: 'not an insured person who qualifies for the individual subsidy',
      value: excludeInsured,
      facts: ['isInsured', 'qualifiesForIndividual'],
      judge: (knows) => not(both(flag(knows('isInsured')), flag(knows('qualifiesForIndividual')))),
    });
  }
  if (repeats.kind === 'missing' || repeats.value !== 'each') {
    checks.push({
      code: 'level-once',
      title: '同一等级未享受过取证补贴',
      titleEn: 'no certificate subsidy for this level before',
      value: repeats,
      facts: ['levelSubsidised'],
      judge: (knows) => not(flag(knows('levelSubsidised'))),
    });
  }
  return checks;
}

function employmentChecks(rule: SubsidyRule): PersonCheck[] {
  if (rule.kind === 'individual-level') {
    const { minimumContributionMonths: value } = rule;
    const months = value.kind === 'missing' ? 0 : value.value;
    return [
      {
        code: 'contribution-months',
        title: '失业保险缴费月数达到要求',
        titleEn: 'enough months of unemployment insurance',
        value,
        facts: ['contributionMonths'],
        judge: (knows) => atLeast(knows('contributionMonths'), months),
      },
    ];
  }
  if (rule.kind !== 'per-month' || rule.eligible === null) return [];
  const { eligible: value } = rule;
  const pairs = value.kind === 'missing' ? [] : value.value;
  const fits = (knows: Knows, { group, employerKinds }: (typeof pairs)[number]): boolean | undefined => {
    const employer = knows('employerKind');
    const isRightEmployer = employerKinds === null ? true : typeof employer === 'string' ? employerKinds.includes(employer) : undefined;
    return both(isIn(knows, [group]), isRightEmployer);
  };
  return [
    {
      code: 'group-and-employer',
      title: '人员类别与吸纳单位相符',
      titleEn: 'the group fits the kind of employer',
      value,
      facts: pairs.some(({ employerKinds }) => employerKinds !== null) ? ['groups', 'employerKind'] : ['groups'],
      judge: (knows) => either(pairs.map((pair) => fits(knows, pair))),
    },
  ];
}

/** What a subsidy's own rule asks of a person: groups, limits, insurance, history. */
export function subsidyChecks(rule: SubsidyRule): readonly PersonCheck[] {
  const groups = rule.groups === null ? [] : [groupCheck(rule.groups, 'subsidy-groups')];
  return [...groups, ...limitChecks(rule), ...certificateChecks(rule), ...employmentChecks(rule)];
}
