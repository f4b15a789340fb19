import type { Refusal } from '#libs/policy';
import { runScenario, type PolicyShelf, type ScenarioFile, type ScenarioOutcome } from '#libs/rulebook';
import { say } from '../../local/progress.ts';
import { readCommandLine } from '../command-line.ts';
import { jsonOf } from '../print/json.ts';
import { languageOf, refusalText, type Language } from '../print/language.ts';
import { table } from '../print/table.ts';
import { plainValue } from '../print/value.ts';
import { readScenarioFiles } from '../read-files.ts';

const SHORT: Readonly<Record<ScenarioOutcome['scenario']['question']['kind'], readonly string[]>> = {
  amount: ['amount', 'recovery'],
  deadline: ['earliestOn', 'dueOn', 'nextOn', 'year'],
  eligibility: ['answer'],
  materials: ['papers'],
  coverage: ['subsidies', 'missing'],
};

/** The answer in a cell: what came out, or why nothing did. */
function answerCell({ scenario, answer }: ScenarioOutcome): string {
  const { view } = answer;
  if (view['refused'] !== null) return `refused ${plainValue(view['refused'])}`;
  const held = view['held'];
  if (Array.isArray(held) && held.length > 0) return `held ${held.join(', ')}`;
  return SHORT[scenario.question.kind]
    .filter((name) => view[name] !== null && view[name] !== undefined && !(name === 'recovery' && view[name] === '0.00'))
    .map((name) => (name === 'amount' ? plainValue(view[name]) : `${name} ${plainValue(view[name])}`))
    .join(', ');
}

/** Where in the file a refused fact stands: its line. */
function lineOf({ lineAt }: ScenarioFile, { scenario, answer }: ScenarioOutcome, refusal: Refusal): number {
  const within = refusal.pointer?.replaceAll('/', '.').replace(/\.(\d+)(?=\.|$)/g, '[$1]') ?? '';
  return lineAt(`${answer.at ?? `${scenario.at}.given`}${within}`);
}

function differenceTexts(file: ScenarioFile, outcome: ScenarioOutcome, language: Language): string[] {
  const { scenario, differences, answer } = outcome;
  if (differences.length === 0) return [];
  const place = `${file.file}:${file.lineAt(`${scenario.at}.expect`)}`;
  const other = differences.map(
    ({ name, expected, actual }) => `${place}: ${scenario.name}: ${name}: expected ${plainValue(expected)}, came out ${plainValue(actual)}`,
  );
  const { refusal } = answer;
  if (!refusal) return other;
  const findings = refusal.errors && refusal.errors.length > 0 ? refusal.errors : [refusal];
  return [...other, ...findings.map((one) => `${file.file}:${lineOf(file, outcome, one)}: ${refusalText(one, language)}`)];
}

function rowOf(file: ScenarioFile, outcome: ScenarioOutcome): string[] {
  const { scenario, differences } = outcome;
  const isAsked = Object.keys(scenario.expect).length > 0;
  const verdict = !isAsked ? '' : differences.length === 0 ? '✓' : '✗';
  return [verdict, scenario.example ?? '', scenario.name, file.policy, answerCell(outcome)];
}

/** `calculate FILE…`: every scenario of the files, what came out, and whether that is what was expected. Answers 1 where it is not. */
export function calculate(shelf: PolicyShelf, args: readonly string[]): number {
  const { words, flags } = readCommandLine(args, { flags: ['json', 'en'] });
  const language = languageOf(flags);
  const files = readScenarioFiles(shelf, words);
  const ran = files.flatMap((file) => file.scenarios.map((scenario) => ({ file, outcome: runScenario(shelf, file, scenario) })));
  const failed = ran.filter(({ outcome }) => outcome.differences.length > 0);
  if (flags.has('json')) {
    say(jsonOf(ran.map(({ file, outcome }) => resultOf(file, outcome, language))));
    return failed.length > 0 ? 1 : 0;
  }
  const headings = language === 'zh' ? ['', '例', '名称', '政策', '结果'] : ['', 'example', 'name', 'policy', 'answer'];
  say(
    table(
      headings,
      ran.map(({ file, outcome }) => rowOf(file, outcome)),
    ),
  );
  for (const { file, outcome } of failed) for (const text of differenceTexts(file, outcome, language)) say(text);
  const asked = ran.filter(({ outcome }) => Object.keys(outcome.scenario.expect).length > 0).length;
  say(language === 'zh' ? `${asked - failed.length}/${asked} 个符合预期` : `${asked - failed.length} of ${asked} as expected`);
  return failed.length > 0 ? 1 : 0;
}

function resultOf(file: ScenarioFile, { scenario, answer, differences }: ScenarioOutcome, language: Language): object {
  const { view, refusal, claims, deadline, eligibility } = answer;
  return {
    file: file.file,
    line: file.lineAt(scenario.at),
    policy: file.policy,
    name: scenario.name,
    example: scenario.example,
    isAsExpected: Object.keys(scenario.expect).length === 0 ? null : differences.length === 0,
    answer: view,
    differences,
    refusal: refusal && { code: refusal.code, text: refusalText(refusal, language), errors: refusal.errors ?? [] },
    claims,
    deadline,
    eligibility,
  };
}
