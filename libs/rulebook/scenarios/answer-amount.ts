import { calculateSubsidy, formatYuan, readGiven, subsidyOf, type Calculation } from '#libs/policy';
import { answerOf, refusedAnswer, type AskedPolicy, type ClaimAnswer, type ScenarioAnswer } from './answer.ts';
import type { ScenarioClaim } from './scenario.ts';
import type { Tree } from '../pack/policy-values.ts';
import { subsidyNamed } from './subsidy-named.ts';

function sum(calculations: readonly Calculation[], part: 'amountFen' | 'recoveryFen'): bigint {
  return calculations.reduce((total, calculation) => total + calculation[part], 0n);
}

/** How many persons each reason leaves out. */
function excludedOf(calculations: readonly Calculation[]): Tree {
  const excluded: Record<string, number> = {};
  for (const { exclusion, people } of calculations.flatMap(({ lines }) => lines))
    if (exclusion) excluded[exclusion.code] = (excluded[exclusion.code] ?? 0) + people;
  return excluded;
}

function viewOf(calculations: readonly Calculation[]): Tree {
  const lines = calculations.flatMap((one) => one.lines);
  const hints = calculations.flatMap((one) => one.hints);
  return {
    amount: formatYuan(sum(calculations, 'amountFen')),
    recovery: formatYuan(sum(calculations, 'recoveryFen')),
    trained: calculations.reduce((total, { trained }) => total + trained, 0),
    employed: calculations.reduce((total, { employed }) => total + employed, 0),
    fullPay: calculations.every(({ isFullPay }) => isFullPay),
    excluded: excludedOf(calculations),
    lines: Object.fromEntries(lines.map(({ ref, amountFen }) => [ref, formatYuan(amountFen)])),
    hints: Object.fromEntries(hints.map(({ code, differenceFen }) => [code, formatYuan(differenceFen)])),
    held: [...new Set(calculations.flatMap(({ held }) => held.map(({ name }) => name)))],
  };
}

/** What a policy pays for one claim or several together (training and certificates; the stages of a project). */
export function answerAmount({ snapshot }: AskedPolicy, claims: readonly ScenarioClaim[]): ScenarioAnswer {
  const answers: ClaimAnswer[] = [];
  for (const { subsidy: name, given, at } of claims) {
    const key = subsidyNamed(snapshot, name);
    if (!key.ok) return refusedAnswer(key.refusal, `${at}.subsidy`);
    const found = subsidyOf(snapshot, key.value);
    if (!found.ok) return refusedAnswer(found.refusal, `${at}.subsidy`);
    const rule = found.value;
    const read = readGiven(rule, given, Object.keys(snapshot.groups));
    if (!read.ok) return refusedAnswer(read.refusal, `${at}.given`);
    const calculation = calculateSubsidy(rule, read.value.lines, read.value.terms);
    answers.push({ subsidy: key.value, title: rule.title, titleEn: rule.titleEn, calculation });
  }
  return answerOf(viewOf(answers.map(({ calculation }) => calculation)), { claims: answers });
}
