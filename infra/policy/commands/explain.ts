import { runScenario, type PolicyShelf, type ScenarioOutcome } from '#libs/rulebook';
import { say } from '../../local/progress.ts';
import { readCommandLine } from '../command-line.ts';
import { claimTexts } from '../print/claim.ts';
import { deadlineText } from '../print/deadline.ts';
import { eligibilityTexts } from '../print/eligibility.ts';
import { languageOf, refusalText, type Language } from '../print/language.ts';
import { papersText } from '../print/papers.ts';
import { plainValue } from '../print/value.ts';
import { readScenarioFiles } from '../read-files.ts';

function answerTexts({ answer }: ScenarioOutcome, language: Language): string[] {
  const { refusal, claims, deadline, eligibility, papers, view } = answer;
  if (refusal) return [`  ${refusalText(refusal, language)}`];
  if (deadline) return [deadlineText(deadline, language)];
  if (eligibility) return eligibilityTexts(eligibility, language);
  if (papers.length > 0) return [papersText(papers, language)];
  if (claims.length === 0) return [`  ${plainValue(view['subsidies'] ?? view['papers'])}`];
  return claims.flatMap(({ title, titleEn, calculation }) => [
    `  ${language === 'zh' ? title : titleEn}`,
    ...claimTexts(calculation, language),
  ]);
}

/** `explain FILE…`: every scenario in words, each line with its steps, clauses and what would bring more. */
export function explain(shelf: PolicyShelf, args: readonly string[]): number {
  const { words, flags } = readCommandLine(args, { flags: ['en'] });
  const language = languageOf(flags);
  for (const file of readScenarioFiles(shelf, words)) {
    for (const scenario of file.scenarios) {
      say(`${scenario.example === null ? '' : `${scenario.example} `}${scenario.name}  (${file.policy})`);
      for (const text of answerTexts(runScenario(shelf, file, scenario), language)) say(text);
      say('');
    }
  }
  return 0;
}
