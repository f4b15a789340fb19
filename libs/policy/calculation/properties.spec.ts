import fc from 'fast-check';
import { anyClaim, anyLines, anyRule } from '../../testing/policy/any-subsidy.ts';
import * as rules from '../../testing/policy/subsidy-rules.ts';
import { calculateSubsidy, type Calculation, type LineFacts, type SubsidyRule } from '../index.ts';

const RUNS = { numRuns: fc.readConfigureGlobal().numRuns ?? 2_000 };
const TIMEOUT = 120_000;

const total = (rule: SubsidyRule, lines: readonly LineFacts[], settlement: 'final' | 'advance' = 'final') =>
  calculateSubsidy(rule, lines, { settlement });

/** The most one person can be paid by a rule, where the rule has a cap at all. */
function capOf(rule: SubsidyRule, { overrideCapFen = null }: LineFacts): bigint | null {
  if (rule.kind === 'tiered-days') return rule.capFen.kind === 'missing' ? 0n : BigInt(rule.capFen.value);
  if (rule.kind === 'capacity-steps') return rule.capFen.kind === 'missing' ? 0n : BigInt(rule.capFen.value);
  if (rule.kind !== 'daily-rate' || rule.cap === null || rule.cap.kind === 'missing') return null;
  const usual = BigInt(rule.cap.value.fen);
  const raised = rule.cap.value.binding === 'soft' && overrideCapFen !== null && overrideCapFen > usual ? overrideCapFen : usual;
  const { earlierHigherStandard: earlier } = rule;
  const before = earlier === null || earlier.kind === 'missing' ? 0n : BigInt(earlier.value.capFen);
  return before > raised ? before : raised;
}

function sums({ lines }: Calculation): { amountFen: bigint; recoveryFen: bigint } {
  return lines.reduce((all, line) => ({ amountFen: all.amountFen + line.amountFen, recoveryFen: all.recoveryFen + line.recoveryFen }), {
    amountFen: 0n,
    recoveryFen: 0n,
  });
}

describe('every calculation', () => {
  it(
    'is the sum of its lines, never below nothing, and pays nobody while it is held',
    () => {
      fc.assert(
        fc.property(anyClaim, ({ rule, lines, settlement }) => {
          const result = total(rule, lines, settlement);
          expect(result).toMatchObject(sums(result));
          expect(
            result.lines.every(
              ({ amountFen, recoveryFen }) => amountFen >= 0n && recoveryFen >= 0n && (amountFen === 0n || recoveryFen === 0n),
            ),
          ).toBe(true);
          expect(result.lines.map(({ ref }) => ref)).toEqual(lines.map(({ ref }) => ref));
          if (result.held.length > 0) expect([result.amountFen, result.recoveryFen, result.hints.length]).toEqual([0n, 0n, 0]);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'ends each line with the step that is its amount, or says why it is nothing',
    () => {
      fc.assert(
        fc.property(anyClaim, ({ rule, lines, settlement }) => {
          for (const { amountFen, recoveryFen, steps, exclusion } of total(rule, lines, settlement).lines) {
            const last = steps.at(-1)?.resultFen;
            if (last !== undefined) expect(last).toBe(amountFen - recoveryFen);
            if (amountFen > 0n) expect(exclusion).toBeUndefined();
            expect(steps.filter(({ clause, arithmetic }) => clause === '' || arithmetic === '')).toEqual([]);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'never pays a person more than the cap',
    () => {
      fc.assert(
        fc.property(anyClaim, ({ rule, lines, settlement }) => {
          total(rule, lines, settlement).lines.forEach(({ amountFen, people }, index) => {
            const cap = capOf(rule, lines[index] as LineFacts);
            if (cap !== null) expect(amountFen <= cap * BigInt(people)).toBe(true);
          });
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'does not depend on the order of the persons',
    () => {
      fc.assert(
        fc.property(anyClaim, ({ rule, lines, settlement }) => {
          const [there, back] = [total(rule, lines, settlement), total(rule, [...lines].reverse(), settlement)];
          expect([...back.lines].reverse()).toEqual(there.lines);
          expect({ ...back, lines: [], hints: new Set(back.hints), held: new Set(back.held) }).toEqual({
            ...there,
            ...{ lines: [], hints: new Set(there.hints), held: new Set(there.held) },
          });
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'is the same for equal persons told one by one',
    () => {
      const few = anyLines.map((lines) => lines.map((line) => ({ ...line, people: (line.people ?? 1) % 4 })));
      fc.assert(
        fc.property(anyRule, few, (rule, lines) => {
          const oneByOne = lines.flatMap((line) =>
            Array.from({ length: line.people }, (_, index) => ({ ...line, ref: `${line.ref}-${index}`, people: 1 })),
          );
          const [together, apart] = [
            total(
              rule,
              lines.filter(({ people }) => people > 0),
            ),
            total(rule, oneByOne),
          ];
          expect([apart.amountFen, apart.recoveryFen, apart.trained, apart.employed, apart.isFullPay]).toEqual([
            ...[together.amountFen, together.recoveryFen, together.trained, together.employed, together.isFullPay],
          ]);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'promises by a hint what the changed facts then bring',
    () => {
      fc.assert(
        fc.property(anyClaim, ({ rule, lines, settlement }) => {
          const now = total(rule, lines, settlement);
          for (const { code, differenceFen } of now.hints) {
            expect(differenceFen > 0n || code === 'EMPLOYMENT_RATE_BELOW').toBe(true);
            if (code !== 'ONE_MORE_DAY' || lines.some(({ people = 1 }) => people === 0)) continue;
            const longer = lines.map((line) => ({ ...line, payableDays: (line.payableDays ?? 0) + 1 }));
            expect(total(rule, longer, settlement).amountFen - now.amountFen).toBe(differenceFen);
          }
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );
});

describe('the subsidy by days', () => {
  const person = fc.record({ payableDays: fc.integer({ min: 0, max: 120 }), isEmployed: fc.boolean(), isCompleted: fc.boolean() });
  const persons = fc.array(person, { minLength: 1, maxLength: 30 }).map((all) => all.map((of, index) => ({ ref: String(index), ...of })));
  const byDays = fc.constantFrom(rules.tieredDaysRule(), rules.dailyRateRule());

  it(
    'never falls with one more day',
    () => {
      fc.assert(
        fc.property(byDays, persons, (rule, all) => {
          const longer = all.map((one) => ({ ...one, payableDays: one.payableDays + 1 }));
          expect(total(rule, longer).amountFen >= total(rule, all).amountFen).toBe(true);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'never falls with one more employed person',
    () => {
      fc.assert(
        fc.property(persons, (all) => {
          const more = all.map((one, index) => (index === 0 ? { ...one, isEmployed: true } : one));
          expect(total(rules.tieredDaysRule(), more).amountFen >= total(rules.tieredDaysRule(), all).amountFen).toBe(true);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it(
    'comes to the same in any number of stages: what they pay less what is recovered',
    () => {
      fc.assert(
        fc.property(byDays, persons, fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 4 }), (rule, all, ends) => {
          const paid = new Map<string, bigint>(all.map(({ ref }) => [ref, 0n]));
          for (const end of ends.sort((a, b) => a - b)) {
            const stage = all.map((one) => ({ ...one, payableDays: Math.min(one.payableDays, end), paidFen: paid.get(one.ref) ?? 0n }));
            for (const { ref, amountFen } of total(rule, stage, 'advance').lines) paid.set(ref, (paid.get(ref) ?? 0n) + amountFen);
          }
          const last = total(
            rule,
            all.map((one) => ({ ...one, paidFen: paid.get(one.ref) ?? 0n })),
          );
          const advances = [...paid.values()].reduce((sum, fen) => sum + fen, 0n);
          expect(advances + last.amountFen - last.recoveryFen).toBe(total(rule, all).amountFen);
        }),
        RUNS,
      );
    },
    TIMEOUT,
  );

  it.each([
    [59, 47, false],
    [59, 48, true],
    [2005, 1603, false],
    [2005, 1604, true],
    [10_000_000, 7_999_999, false],
    [10_000_000, 8_000_000, true],
  ])('of %i trained and %i employed compares the rate as integers', (trained, employed, isFullPay) => {
    const lines = [
      { ref: 'a', people: employed, payableDays: 15, isEmployed: true },
      { ref: 'b', people: trained - employed, payableDays: 15 },
    ];
    const paid = BigInt(isFullPay ? trained : employed);
    expect(total(rules.tieredDaysRule(), lines)).toMatchObject({ trained, employed, isFullPay, amountFen: paid * 200_000n });
  });
});
