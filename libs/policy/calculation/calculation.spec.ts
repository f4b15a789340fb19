import fc from 'fast-check';
import { calculateSubsidy } from './calculate-subsidy.ts';
import type { LineFacts } from './facts.ts';
import { missing, perCertificateRule, tieredDaysRule } from '../../testing/policy/subsidy-rules.ts';

const tiered = tieredDaysRule();
const certificates = perCertificateRule();

function person(ref: string, of: Partial<LineFacts> = {}): LineFacts {
  return { ref, payableDays: 10, isEmployed: true, ...of };
}

const people = (trained: number, employed: number, payableDays: number) =>
  Array.from({ length: trained }, (_, index) => person(`p${index}`, { payableDays, isEmployed: index < employed }));

describe('the subsidy of order and project classes', () => {
  it('explains each amount by its arithmetic', () => {
    const { lines } = calculateSubsidy(tiered, [person('p', { payableDays: 60 })]);
    expect(lines[0]?.steps.map(({ rule, arithmetic }) => [rule, arithmetic])).toEqual([
      ['tiers', '10 × 150.00 + 50 × 100.00'],
      ['cap', 'min(6500.00, 5000.00)'],
    ]);
  });

  it('compares the employment rate as integers: 79.66 % is not 80 %', () => {
    expect(calculateSubsidy(tiered, people(59, 47, 15))).toMatchObject({ isFullPay: false, amountFen: 47n * 200_000n });
    expect(calculateSubsidy(tiered, people(59, 48, 15))).toMatchObject({ isFullPay: true, amountFen: 59n * 200_000n });
  });

  it('tells how many employed persons are missing and what they would bring', () => {
    expect(calculateSubsidy(tiered, people(30, 23, 20)).hints).toEqual([
      { code: 'EMPLOYMENT_RATE_BELOW', params: { employed: 23, trained: 30, missing: 1, percent: 80 }, differenceFen: 1_750_000n },
      { code: 'ONE_MORE_DAY', params: { people: 23 }, differenceFen: 230_000n },
    ]);
  });

  it('counts only who completed, and pays a later stage what earlier stages have not paid', () => {
    const result = calculateSubsidy(tiered, [person('a', { isCompleted: false }), person('b', { payableDays: 50, paidFen: 250_000n })]);
    expect(result).toMatchObject({ trained: 1, amountFen: 250_000n });
    expect(result.lines[0]?.exclusion?.code).toBe('NOT_COMPLETED');
  });

  it('is held, and pays nobody, where a value is missing', () => {
    const rule = tieredDaysRule({ capFen: missing() });
    expect(calculateSubsidy(rule, people(3, 3, 10))).toMatchObject({ amountFen: 0n, held: [{ name: 'capFen', reason: '文件未规定' }] });
  });

  const anybody = fc.record({ payableDays: fc.integer({ min: 0, max: 400 }), isEmployed: fc.boolean(), isCompleted: fc.boolean() });
  const anyClass = fc.array(anybody, { maxLength: 40 }).map((all) => all.map((of, index) => person(`p${index}`, of)));

  it('never pays anybody more than the cap, and the lines make the amount', () => {
    fc.assert(
      fc.property(anyClass, (all) => {
        const { amountFen, lines } = calculateSubsidy(tiered, all);
        expect(lines.every((line) => line.amountFen >= 0n && line.amountFen <= 500_000n)).toBe(true);
        expect(lines.reduce((sum, line) => sum + line.amountFen, 0n)).toBe(amountFen);
      }),
    );
  });

  it('does not depend on the order of the persons, and never falls with one more day', () => {
    fc.assert(
      fc.property(anyClass, (all) => {
        const { amountFen } = calculateSubsidy(tiered, all);
        expect(calculateSubsidy(tiered, [...all].reverse()).amountFen).toBe(amountFen);
        const longer = all.map((one) => ({ ...one, payableDays: (one.payableDays ?? 0) + 1 }));
        expect(calculateSubsidy(tiered, longer).amountFen >= amountFen).toBe(true);
      }),
    );
  });
});

describe('the subsidy of certificates', () => {
  it('pays a level once a person, and first-time permits only for the first', () => {
    const of = (certificate: string, isFirst: boolean, subsidised: string[] = []) => ({ certificate, isFirst, subsidised });
    const { lines, amountFen } = calculateSubsidy(certificates, [
      person('a', of('elementary', false)),
      person('b', of('elementary', true, ['elementary'])),
      person('c', of('special-operation', false)),
      person('d', of('special-operation', true)),
      person('e'),
    ]);
    expect(lines.map((line) => line.exclusion?.code ?? line.amountFen)).toEqual([
      40_000n,
      'LEVEL_SUBSIDISED_BEFORE',
      'NOT_FIRST_CERTIFICATE',
      40_000n,
      'NO_CERTIFICATE',
    ]);
    expect(amountFen).toBe(80_000n);
  });

  it('holds a claim with a level the policy gives no rate for', () => {
    expect(calculateSubsidy(certificates, [person('a', { certificate: 'technician', isFirst: true })])).toMatchObject({
      amountFen: 0n,
      held: [{ name: 'fenPerCertificate.technician' }],
    });
  });
});
