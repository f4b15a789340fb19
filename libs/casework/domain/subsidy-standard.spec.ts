import * as rules from '../../testing/policy/subsidy-rules.ts';
import { subsidyStandard } from './subsidy-standard.ts';

describe('the standard a public notice prints', () => {
  it.each([
    [rules.tieredDaysRule(), '前10天每人每天150元，后续每人每天100元，每人最高5000元'],
    [rules.dailyRateRule(), '每人每天150元，原则上每人最高1000元'],
    [rules.dailyRateRule({ cap: null }), '每人每天150元'],
    [rules.perPersonRule(), '每人300元'],
    [rules.perCertificateRule(), '每证400元至800元'],
    [rules.individualLevelRule(), '每人1000元至2000元'],
    [rules.perMonthRule(), '每人每月300元，最长6个月'],
    [rules.monthTiersRule(), '满12个月每人2500元，满6个月每人1300元'],
    [rules.perYearRangeRule({ fenPerYear: rules.chosen(500_000) }), '每人每年5000元'],
    [rules.capacityStepsRule(), '按培训规模50000元至200000元'],
    [rules.perLevelRule(), '每个100000元至300000元'],
    [rules.perUnitRule(), '每个4元'],
    [rules.countsWithCapRule(), '每培训一人500元、每输出一人300元，最高600000元；每培训一人300元、每输出一人200元，最高300000元'],
  ])('of a rule by $kind is its own numbers', (rule, words) => {
    expect(subsidyStandard(rule)).toBe(`补贴：${words}`);
  });

  it('is the title alone where nobody states the amount', () => {
    expect(subsidyStandard(rules.perYearRangeRule())).toBe('补贴');
  });
});
