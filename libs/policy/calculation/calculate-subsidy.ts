import type { Calculation, CalculationTerms } from './calculation.ts';
import { factDefaults, type FactName, type Facts, type LineFacts } from './facts.ts';
import { judge } from './judge.ts';
import type { SubsidyRule } from './subsidy-rule.ts';

/** The facts of a line with what was not said filled in. */
function completed(line: LineFacts): Facts {
  const facts: Record<string, unknown> = { ...factDefaults, ...line };
  for (const name in line) if (facts[name] === undefined) facts[name] = factDefaults[name as FactName];
  return facts as unknown as Facts;
}

/**
 * What a rule of the policy gives for these persons or units, line by line in their order, each with its arithmetic and clause. Integers of
 * fen only; nothing is rounded. A value nobody states holds the whole calculation: it names the value, and every amount is 0. Facts that
 * come from outside are checked first (`readGiven`). An order is one calculation over all its classes (AMB-19).
 */
export function calculateSubsidy(rule: SubsidyRule, lines: readonly LineFacts[], terms: CalculationTerms = {}): Calculation {
  const judged = judge(
    rule,
    lines.map((line) => ({ facts: completed(line), weight: 1 })),
    terms,
  );
  return { ...judged, lines: judged.lines.map((line, index) => ({ ref: lines[index]?.ref ?? '', ...line })) };
}
