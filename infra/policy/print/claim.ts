import { exclusionWords, hintWords, stepWords, valueKindWords } from '#libs/contracts';
import { formatYuan, type Calculation, type CalculationLine, type CalculationStep } from '#libs/policy';
import { wordsFor, type Language } from './language.ts';

/** Lines shown in full; a claim of thousands is better read as JSON. */
const MOST_LINES = 200;

function stepText({ rule, arithmetic, resultFen, clause, kind }: CalculationStep, language: Language): string {
  const kindText = wordsFor(valueKindWords, kind, language);
  return `      ${wordsFor(stepWords, rule, language)}: ${arithmetic} = ${formatYuan(resultFen)}  [${clause}, ${kindText}]`;
}

function lineTexts({ ref, people, amountFen, recoveryFen, steps, exclusion }: CalculationLine, language: Language): string[] {
  const recovery =
    recoveryFen === 0n ? '' : language === 'zh' ? `，追回 ${formatYuan(recoveryFen)}` : `, to recover ${formatYuan(recoveryFen)}`;
  const head = `    ${ref}${people === 1 ? '' : ` × ${people}`}: ${formatYuan(amountFen)}${recovery}`;
  if (exclusion) return [`${head}  ${wordsFor(exclusionWords, exclusion.code, language)} [${exclusion.clause}]`];
  return [head, ...steps.map((step) => stepText(step, language))];
}

function restText(count: number, language: Language): string[] {
  if (count <= 0) return [];
  return [language === 'zh' ? `    …另有 ${count} 行，见 calculate --json` : `    … ${count} more lines: see calculate --json`];
}

/** One calculation in words: each line with its steps, clauses and exclusions, what would bring more, and what is missing. */
export function claimTexts({ amountFen, recoveryFen, lines, hints, held }: Calculation, language: Language): string[] {
  const isZh = language === 'zh';
  if (held.length > 0) {
    const why = held.map(({ name, reason }) => `    ${name}: ${reason}`);
    return [isZh ? '  暂挂，不按0或估计支付；尚缺：' : '  Held, never paid as 0 or guessed; missing:', ...why];
  }
  const sum = `  ${isZh ? '合计' : 'in all'} ${formatYuan(amountFen)}${recoveryFen === 0n ? '' : `, ${isZh ? '追回' : 'to recover'} ${formatYuan(recoveryFen)}`}`;
  const more = hints.map(
    ({ code, params, differenceFen }) => `    ${wordsFor(hintWords, code, language, params)}: +${formatYuan(differenceFen)}`,
  );
  return [
    sum,
    ...lines.slice(0, MOST_LINES).flatMap((line) => lineTexts(line, language)),
    ...restText(lines.length - MOST_LINES, language),
    ...(more.length > 0 ? [isZh ? '  还可以：' : '  What would bring more:', ...more] : []),
  ];
}
