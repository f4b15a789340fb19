import { formatYuan } from '../money/format-yuan.ts';
import type { CalculationLine, CalculationStep } from './calculation.ts';
import type { EmploymentTest } from './employment-rate.ts';
import type { Exclusions } from './exclusions.ts';
import type { Facts } from './facts.ts';
import type { Entitlement, Formula } from './formula.ts';

/** What a line comes to; its `ref` is the caller's. */
export type JudgedLine = Omit<CalculationLine, 'ref'>;

/** A rule with everything read that a line is judged by. */
export interface Judge {
  readonly formula: Formula;
  readonly exclusions: Exclusions;
  readonly test: EmploymentTest;
}

/** What one person of the line is worth in all: exclusions first, then the formula, then the employment rate. */
export function entitlementOf({ formula, exclusions, test }: Judge, facts: Facts): Entitlement {
  const exclusion = exclusions.of(facts);
  if (exclusion) return { is: 'excluded', exclusion };
  if (test.exclusion && !facts.isEmployed) return { is: 'excluded', exclusion: test.exclusion };
  return formula.entitle(facts);
}

/** A line without arithmetic. */
export const NOTHING: readonly CalculationStep[] = [];

/** What earlier stages paid is subtracted; what they paid too much is recovered, never a negative payment (AMB-18). */
export function settle(entitlement: Exclude<Entitlement, { readonly is: 'held' }>, { paidFen, people }: Facts): JudgedLine {
  const dueFen = entitlement.is === 'due' ? entitlement.fen : 0n;
  const [balance, of] = [dueFen - paidFen, BigInt(people)];
  const steps = entitlement.is === 'due' ? entitlement.steps : NOTHING;
  const more: CalculationStep[] = [];
  if (paidFen > 0n)
    more.push({
      rule: 'paid-before',
      inputs: { paidFen: String(paidFen) },
      arithmetic: `${formatYuan(dueFen)} − ${formatYuan(paidFen)}`,
      resultFen: balance,
      clause: 'AMB-18',
      kind: 'chosen',
    });
  const last = more.at(-1) ?? steps.at(-1);
  if (people !== 1 && last)
    more.push({ ...last, rule: 'people', inputs: { people }, arithmetic: `${people} × ${formatYuan(balance)}`, resultFen: of * balance });
  return {
    people,
    amountFen: balance > 0n ? of * balance : 0n,
    recoveryFen: balance < 0n ? of * -balance : 0n,
    steps: more.length === 0 ? steps : [...steps, ...more],
    ...(entitlement.is === 'excluded' ? { exclusion: entitlement.exclusion } : {}),
  };
}
