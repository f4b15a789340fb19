import * as rules from '../../../testing/policy/subsidy-rules.ts';
import { certificateCodes, codesFor, factsOfRule, type FactName, type SubsidyRule } from '../../index.ts';

describe('the codes a fact may have under a rule', () => {
  it.each<[string, SubsidyRule, FactName, readonly string[] | null]>([
    [
      'a certificate, whether or not there is a rate',
      rules.perCertificateRule({ fenPerCertificate: rules.stated({ craft: 1 }) }),
      'certificate',
      ['craft', ...certificateCodes],
    ],
    [
      'what was subsidised before',
      rules.perCertificateRule(),
      'subsidised',
      [
        'elementary',
        'special-operation',
        'advanced',
        'intermediate',
        'technician',
        'senior-technician',
        'special-equipment',
        'special-competency',
      ],
    ],
    [
      'a certificate where no rates are said',
      rules.perCertificateRule({ fenPerCertificate: rules.missing() }),
      'certificate',
      certificateCodes,
    ],
    ['a level of skill', rules.individualLevelRule({ fenByLevel: rules.stated({ master: 1 }) }), 'level', ['master', ...certificateCodes]],
    ['a level of a studio', rules.perLevelRule(), 'level', ['city', 'provincial', 'national']],
    ['the level paid before', rules.perLevelRule(), 'paidLevel', ['city', 'provincial', 'national']],
    ['any level where no rates are said', rules.perLevelRule({ fenByLevel: rules.missing() }), 'level', null],
    ['a level of a brand', rules.countsWithCapRule(), 'level', ['provincial', 'city']],
    ['any level of a brand nobody has rates for', rules.countsWithCapRule({ levels: rules.missing() }), 'level', null],
    ['no level of a rule without levels', rules.monthTiersRule(), 'level', null],
    [
      'the employers the rule names, and any other',
      rules.perMonthRule(),
      'employerKind',
      ['enterprise', 'cooperative', 'insured-enterprise', 'other'],
    ],
    ['any employer where it does not matter', rules.perMonthRule({ eligible: null }), 'employerKind', null],
    ['any employer where nobody says which', rules.perMonthRule({ eligible: rules.missing() }), 'employerKind', null],
    ['any employer of another rule', rules.monthTiersRule(), 'employerKind', null],
    ['the groups of the pack', rules.tieredDaysRule(), 'groups', ['poverty']],
    ['nothing of a fact that is no code', rules.perLevelRule(), 'count', null],
  ])('are those of %s', (_what, rule, name, codes) => {
    expect(codesFor(rule, name, ['poverty'])).toEqual(codes);
  });
});

describe('the facts a rule asks for', () => {
  const CLASS: readonly FactName[] = ['isCompleted', 'isEmployed', 'classesThisYear', 'overrideYearlyLimit', 'monthsSinceSame'];
  it.each<[string, SubsidyRule, readonly FactName[], readonly FactName[]]>([
    ['days', rules.tieredDaysRule(), ['payableDays'], [...CLASS, 'groups']],
    [
      'days whose tiers nobody states',
      rules.tieredDaysRule({ tiers: rules.missing() }),
      ['payableDays'],
      [...CLASS, 'approvedFen', 'groups'],
    ],
    ['a daily rate', rules.dailyRateRule(), ['payableDays'], [...CLASS, 'overrideCapFen', 'groups']],
    ['a person', rules.perPersonRule(), ['payableDays'], [...CLASS, 'groups']],
    ['a certificate', rules.perCertificateRule(), ['certificate'], ['isFirst', 'subsidised', 'groups']],
    [
      'a certificate where nobody says whether insured persons count',
      rules.perCertificateRule({ excludeInsured: rules.missing() }),
      ['certificate', 'isInsured', 'qualifiesForIndividual'],
      ['isFirst', 'subsidised', 'groups'],
    ],
    ['a level', rules.individualLevelRule(), ['level', 'contributionMonths'], ['groups']],
    ['months of a group at an employer', rules.perMonthRule(), ['months', 'groups'], ['monthsPaid', 'employerKind']],
    ['months of anybody', rules.perMonthRule({ eligible: null }), ['months'], ['monthsPaid', 'employerKind', 'groups']],
    ['months in tiers', rules.monthTiersRule(), ['months'], ['groups']],
    ['years within a range', rules.perYearRangeRule(), ['years'], ['months', 'approvedFen', 'groups']],
    ['years at a rate', rules.perYearRangeRule({ fenPerYear: rules.stated(500_000) }), ['years'], ['months', 'groups']],
    ['places', rules.capacityStepsRule(), ['capacity'], ['groups']],
    ['a studio', rules.perLevelRule(), ['level'], ['paidLevel', 'groups']],
    ['cards', rules.perUnitRule(), ['count'], ['groups']],
    ['a brand', rules.countsWithCapRule(), ['level', 'trained', 'exported'], ['awardedFen', 'groups']],
    ['days of certain groups', rules.tieredDaysRule({ groups: rules.stated(['poverty']) }), ['payableDays', 'groups'], CLASS],
  ])('are, for %s, what it needs and what it may have', (_what, rule, needs, may) => {
    expect(factsOfRule(rule)).toEqual({ needs, may: ['people', 'paidFen', ...may] });
  });
});
