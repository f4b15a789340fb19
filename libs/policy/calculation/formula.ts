import { formatYuan } from '../money/format-yuan.ts';
import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { CalculationExclusion, CalculationHold, CalculationStep } from './calculation.ts';
import type { Facts } from './facts.ts';
import { sourceOf } from './values.ts';

/** What one of the equal persons or units of a line is worth in all, before what was paid. */
export type Entitlement =
  | { readonly is: 'due'; readonly fen: bigint; readonly steps: readonly CalculationStep[] }
  | { readonly is: 'excluded'; readonly exclusion: CalculationExclusion }
  | { readonly is: 'held'; readonly hold: CalculationHold };

/** The same line with something changed that might bring more. */
export interface Cliff {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly facts: Facts;
}

/** A rule whose values have been read. */
export interface Formula {
  /** Whether only those on the completion roster are paid (AMB-09, AMB-63). */
  readonly needsCompletion: boolean;
  readonly entitle: (facts: Facts) => Entitlement;
  readonly cliffs: (facts: Facts) => readonly Cliff[];
}

export type FormulaResult =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly held: readonly CalculationHold[] };

/** Facts without which a kind of formula pays nobody, and cliffs it does not have. */
export const plainFormula = { needsCompletion: false, cliffs: () => [] } as const;

export function due(fen: bigint, steps: readonly CalculationStep[]): Entitlement {
  return { is: 'due', fen, steps };
}

export function excluded(code: string, clause: string): Entitlement {
  return { is: 'excluded', exclusion: { code, clause } };
}

export function heldFor(name: string, reason: string): Entitlement {
  return { is: 'held', hold: { name, reason } };
}

/** A step that applies one value of the policy. */
export function stepOf(
  value: PolicyValue<unknown>,
  {
    rule,
    inputs,
    arithmetic,
    fen,
  }: { readonly rule: string; readonly inputs: CalculationStep['inputs']; readonly arithmetic: string; readonly fen: bigint },
): CalculationStep {
  return { rule, inputs, arithmetic, resultFen: fen, clause: sourceOf(value, ''), kind: value.kind };
}

/** `n × amount`, as a step. */
export function times(
  value: PolicyValue<unknown>,
  of: { readonly rule: string; readonly inputs: CalculationStep['inputs']; readonly n: number; readonly fen: number },
): CalculationStep {
  const each = BigInt(of.fen);
  return stepOf(value, { rule: of.rule, inputs: of.inputs, arithmetic: `${of.n} × ${formatYuan(each)}`, fen: BigInt(of.n) * each });
}

/** The steps with the cap's own, where the cap binds. */
export function capped(steps: readonly CalculationStep[], fen: bigint, cap: bigint, value: PolicyValue<unknown>): Entitlement {
  if (fen <= cap) return due(fen, steps);
  const arithmetic = `min(${formatYuan(fen)}, ${formatYuan(cap)})`;
  return due(cap, [...steps, stepOf(value, { rule: 'cap', inputs: { capFen: String(cap) }, arithmetic, fen: cap })]);
}

/** Computes equal inputs once: persons with the same days share one explanation. */
export function remembered(keyOf: (facts: Facts) => number | null, entitle: (facts: Facts) => Entitlement): (facts: Facts) => Entitlement {
  const known = new Map<number, Entitlement>();
  return (facts) => {
    const key = keyOf(facts);
    if (key === null) return entitle(facts);
    const found = known.get(key) ?? entitle(facts);
    known.set(key, found);
    return found;
  };
}
