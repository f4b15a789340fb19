import { factDefaults, factFields, factsOfRule, type FactField, type FactName, type Facts, type RuleFacts } from '../index.ts';
import { perCertificateRule, tieredDaysRule } from '../../testing/policy/subsidy-rules.ts';

describe('the facts a calculation knows', () => {
  const fields: [FactName, FactField][] = Object.entries(factFields) as [FactName, FactField][];

  it.each(fields)('%s has a default of its own type', (name, field) => {
    const value: Facts[FactName] = factDefaults[name];
    const types = { count: 'number', fen: 'bigint', flag: 'boolean', code: 'string', codes: 'object' } as const;
    if (value === null) expect(field.isNullable).toBe(true);
    else expect(typeof value).toBe(types[field.type]);
  });

  it('asks only for what the rule says', () => {
    const asked: RuleFacts = factsOfRule(perCertificateRule());
    expect(asked.needs).toEqual(['certificate']);
    expect(factsOfRule(tieredDaysRule()).may).not.toContain('approvedFen');
  });

  it('asks who is insured only where insured persons are left out, and for groups only where groups decide', () => {
    const rule = perCertificateRule({
      excludeInsured: { kind: 'stated', value: true, clause: '六', quote: '…' },
      groups: { kind: 'stated', value: ['graduate'], clause: '六', quote: '…' },
    });
    expect(factsOfRule(rule).needs).toEqual(['certificate', 'groups', 'isInsured', 'qualifiesForIndividual']);
  });

  it("takes a county's own amount where the document gives none", () => {
    const rule = tieredDaysRule({ tiers: { kind: 'missing', reason: '文件未规定' } });
    expect(factsOfRule(rule).may).toContain('approvedFen');
  });
});
