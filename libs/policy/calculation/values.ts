import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { CalculationHold } from './calculation.ts';

/** What a value says; null where the rule has no such value at all. */
type Said<Value> = Value extends { readonly value: infer Inner } ? Inner : Value extends null ? null : never;

/** The values a rule needs, or the list of those nobody states. */
export function valuesOf<Values extends Readonly<Record<string, PolicyValue<unknown> | null>>>(
  values: Values,
):
  | { readonly ok: true; readonly value: { readonly [Name in keyof Values]: Said<Values[Name]> } }
  | { readonly ok: false; readonly held: readonly CalculationHold[] } {
  const held: CalculationHold[] = [];
  const said: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    if (value?.kind === 'missing') held.push({ name, reason: value.reason });
    else said[name] = value === null ? null : value.value;
  }
  return held.length > 0 ? { ok: false, held } : { ok: true, value: said as { readonly [Name in keyof Values]: Said<Values[Name]> } };
}

/** Where a value comes from: the document's clause, or the reading the county chose (an AMB id). */
export function sourceOf(value: PolicyValue<unknown>, otherwise: string): string {
  if (value.kind === 'stated') return value.clause;
  return value.kind === 'chosen' ? value.amb : otherwise;
}
