import { classTypes, deadlineQuestions, findDeadline, nearestWord, processOf, type DeadlineFacts, type DeadlineName } from '#libs/policy';
import type { PolicyShelf } from '#libs/rulebook';
import { PlainError } from '../../local/plain-error.ts';
import { say } from '../../local/progress.ts';
import { brief, oneWord, readCommandLine } from '../command-line.ts';
import { deadlineText } from '../print/deadline.ts';
import { jsonOf } from '../print/json.ts';
import { languageOf, refusalText } from '../print/language.ts';

const QUESTIONS = Object.keys(deadlineQuestions) as DeadlineName[];

/** Words may stand in any order: a question, a policy, a class type. */
function sort(
  words: readonly string[],
  shelf: PolicyShelf,
): { readonly question?: string; readonly policy?: string; readonly classType?: string } {
  const sorted: { question?: string; policy?: string; classType?: string } = {};
  const known: readonly string[] = [...QUESTIONS, ...shelf.ids, ...classTypes];
  for (const word of words) {
    if (QUESTIONS.some((one) => one === word)) sorted.question = word;
    else if (shelf.ids.includes(word)) sorted.policy = word;
    else if (classTypes.some((one) => one === word)) sorted.classType = word;
    else
      throw new PlainError(
        `“${brief(word)}” is no question, policy or class type; the nearest word is “${nearestWord(word, known)}”. Facts are given as name=value.`,
      );
  }
  return sorted;
}

/** Facts as typed: true and false, a year, `2026-03-03..2026-03-05,…` as suspensions, everything else as it is. */
function factsOf(facts: Readonly<Record<string, string>>): DeadlineFacts {
  const read = Object.entries(facts).map(([name, value]): [string, unknown] => {
    if (value === 'true' || value === 'false') return [name, value === 'true'];
    if (name === 'year' && /^\d{1,9}$/.test(value)) return [name, Number(value)];
    if (name !== 'suspensions') return [name, value];
    const spans = value.split(',').map((span) => {
      const [from = '', to = ''] = span.split('..');
      return { from, to };
    });
    return [name, spans];
  });
  return Object.fromEntries(read);
}

/** `due QUESTION PACK [CLASS-TYPE] name=value…`: a deadline with its counted days. */
export function due(shelf: PolicyShelf, args: readonly string[]): number {
  const { words, facts, flags, values } = readCommandLine(args, { flags: ['en', 'json'], values: ['on'] });
  const language = languageOf(flags);
  const { question, policy, classType } = sort(words, shelf);
  const name = oneWord(question, 'question', QUESTIONS);
  const snapshot = shelf.snapshotOn(oneWord(policy, 'policy', shelf.ids), values.get('on') ?? null);
  if (!snapshot.ok) throw new PlainError(refusalText(snapshot.refusal, language));
  const process = classType === undefined ? null : processOf(snapshot.value, classType);
  if (process && !process.ok) throw new PlainError(refusalText(process.refusal, language));
  const { calendar } = shelf;
  const found = findDeadline(name, { snapshot: snapshot.value, process: process?.value ?? null, calendar, facts: factsOf(facts) });
  if (!found.ok) throw new PlainError(refusalText(found.refusal, language));
  const title = deadlineQuestions[name];
  say(
    flags.has('json') ? jsonOf(found.value) : `${language === 'zh' ? title.title : title.titleEn}\n${deadlineText(found.value, language)}`,
  );
  return 0;
}
