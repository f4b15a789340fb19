import type { Calculation, CalculationHold, CalculationTerms } from './calculation.ts';
import { employmentTest, type Counts } from './employment-rate.ts';
import { exclusionsOf } from './exclusions.ts';
import type { Facts } from './facts.ts';
import { formulaOf } from './formula-of.ts';
import { hintsOf } from './hints.ts';
import { entitlementOf, NOTHING, settle, type Judge, type JudgedLine } from './judge-line.ts';
import type { SubsidyRule } from './subsidy-rule.ts';

/** A calculation whose lines are in the order of the facts. */
export type Judgement = Omit<Calculation, 'lines'> & { readonly lines: readonly JudgedLine[] };

/** Facts of one line, and how many equal lines of the claim it stands for. */
export interface WeighedFacts {
  readonly facts: Facts;
  readonly weight: number;
}

/** Persons trained are those on the approved completion roster, on both sides of the rate (AMB-09, AMB-69). */
function countsOf(lines: readonly WeighedFacts[]): Counts {
  let [trained, employed] = [0, 0];
  for (const { facts, weight } of lines) {
    if (facts.isCompleted) trained += facts.people * weight;
    if (facts.isCompleted && facts.isEmployed) employed += facts.people * weight;
  }
  return { trained, employed };
}

/** Nothing is paid or recovered while a value is missing; everybody keeps a line. */
function heldJudgement(lines: readonly WeighedFacts[], holds: readonly CalculationHold[]): Judgement {
  const held = [...new Map(holds.map((hold) => [`${hold.name} ${hold.reason}`, hold])).values()];
  const empty = lines.map(({ facts }): JudgedLine => ({ people: facts.people, amountFen: 0n, recoveryFen: 0n, steps: NOTHING }));
  return { ...countsOf(lines), amountFen: 0n, recoveryFen: 0n, lines: empty, isFullPay: false, hints: [], held };
}

/** Everything of the rule and the claim that a line is judged by, or what is missing for that. */
function judgeOf(
  rule: SubsidyRule,
  counts: Counts,
  terms: CalculationTerms,
): { readonly ok: true; readonly by: Judge } | { readonly ok: false; readonly held: readonly CalculationHold[] } {
  const read = formulaOf(rule);
  const left = exclusionsOf(rule, read.ok && read.formula.needsCompletion, terms);
  if (!read.ok || !left.ok) return { ok: false, held: [...(read.ok ? [] : read.held), ...(left.ok ? [] : left.held)] };
  const tested = employmentTest(rule, counts, terms);
  return tested.ok ? { ok: true, by: { formula: read.formula, exclusions: left.exclusions, test: tested.test } } : tested;
}

/** Judges lines whose facts are complete: exclusions, formula, employment rate over all of them, what was paid before. */
export function judge(rule: SubsidyRule, lines: readonly WeighedFacts[], terms: CalculationTerms): Judgement {
  const counts = countsOf(lines);
  const judging = judgeOf(rule, counts, terms);
  if (!judging.ok) return heldJudgement(lines, judging.held);
  const { by } = judging;
  const judged: JudgedLine[] = [];
  const held: CalculationHold[] = [];
  let [amountFen, recoveryFen] = [0n, 0n];
  for (const { facts, weight } of lines) {
    const entitlement = entitlementOf(by, facts);
    if (entitlement.is === 'held') {
      held.push(entitlement.hold);
      continue;
    }
    const line = settle(entitlement, facts);
    amountFen += line.amountFen * BigInt(weight);
    recoveryFen += line.recoveryFen * BigInt(weight);
    judged.push(line);
  }
  if (held.length > 0) return heldJudgement(lines, held);
  return {
    ...counts,
    amountFen,
    recoveryFen,
    lines: judged,
    isFullPay: by.test.isFullPay,
    hints: hintsOf(by, lines, judged, counts),
    held: [],
  };
}
