import { answerWords } from '#libs/contracts';
import { personFacts, type Eligibility, type EligibilityFinding } from '#libs/policy';
import { wordsFor, type Language } from './language.ts';
import { plainValue, sourceText } from './value.ts';

function findingTexts({ title, titleEn, answer, value, facts, ask }: EligibilityFinding, language: Language): string[] {
  const isZh = language === 'zh';
  const known = facts.map(
    ({ fact, value: said, source, asOf }) => `      ${personFacts[fact][language]}: ${plainValue(said)} (${source}, ${asOf})`,
  );
  const asked = ask.map((fact) => `      ${isZh ? '请核实' : 'ask'}: ${isZh ? personFacts[fact].ask : personFacts[fact].askEn}`);
  return [
    `    ${wordsFor(answerWords, answer, language)}: ${isZh ? title : titleEn}`,
    `      ${sourceText(value, language)}`,
    ...known,
    ...asked,
  ];
}

/** Whether a person may, with every condition, its clause, the facts it was judged by and what to ask. */
export function eligibilityTexts({ answer, findings }: Eligibility, language: Language): string[] {
  return [`  ${wordsFor(answerWords, answer, language)}`, ...findings.flatMap((finding) => findingTexts(finding, language))];
}
