import type { PolicyValue } from '../snapshot/policy-value.ts';
import type { Calculation, CalculationHint, CalculationLine, PersonFacts } from './calculation.ts';

/** The values a rule needs, or the list of those nobody states. */
export function valuesOf<Values extends Record<string, unknown>>(values: { readonly [Name in keyof Values]: PolicyValue<Values[Name]> }):
  { readonly ok: true; readonly value: Values } | { readonly ok: false; readonly held: Calculation['held'] } {
  const held: { name: string; reason: string }[] = [];
  const said: Partial<Values> = {};
  for (const name of Object.keys(values) as (keyof Values & string)[]) {
    const value = values[name];
    if (value.kind === 'missing') held.push({ name, reason: value.reason });
    else said[name] = value.value;
  }
  return held.length > 0 ? { ok: false, held } : { ok: true, value: said as Values };
}

/** Nothing is paid while a value is missing; everybody keeps a line. */
export function heldCalculation(persons: readonly PersonFacts[], held: Calculation['held']): Calculation {
  const lines = persons.map(({ ref }) => ({ ref, amountFen: 0n, steps: [] }));
  return { ...countsOf(persons), amountFen: 0n, lines, isFullPay: false, hints: [], held };
}

/** Persons trained are those on the approved completion roster, on both sides of the rate (AMB-09). */
export function countsOf(persons: readonly PersonFacts[]): { readonly trained: number; readonly employed: number } {
  let [trained, employed] = [0, 0];
  for (const { isCompleted, isEmployed } of persons) {
    if (isCompleted) trained += 1;
    if (isCompleted && isEmployed) employed += 1;
  }
  return { trained, employed };
}

export function calculationOf(
  persons: readonly PersonFacts[],
  lines: readonly CalculationLine[],
  more: { readonly isFullPay: boolean; readonly hints?: readonly CalculationHint[] },
): Calculation {
  let amountFen = 0n;
  for (const line of lines) amountFen += line.amountFen;
  return { ...countsOf(persons), amountFen, lines, isFullPay: more.isFullPay, hints: more.hints ?? [], held: [] };
}

/** A line of 0 with the reason. */
export function excludedLine(ref: string, code: string, clause: string): CalculationLine {
  return { ref, amountFen: 0n, steps: [], exclusion: { code, clause } };
}
