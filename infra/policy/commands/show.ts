import { valueKindWords } from '#libs/contracts';
import { nearestWord, type PolicyValue } from '#libs/policy';
import { clausesById, clausesOf, comparable, type PolicyShelf } from '#libs/rulebook';
import { PlainError } from '../../local/plain-error.ts';
import { say } from '../../local/progress.ts';
import { brief, readCommandLine } from '../command-line.ts';
import { policyNamed } from '../policy-named.ts';
import { policyEntries, type PolicyEntry } from '../policy-entries.ts';
import { jsonOf } from '../print/json.ts';
import { languageOf, wordsFor, type Language } from '../print/language.ts';
import { plainValue, sourceText } from '../print/value.ts';

const KINDS = ['stated', 'chosen', 'missing'] as const;

function entryText({ path, value }: PolicyEntry, language: Language): string {
  const said = value.kind === 'missing' ? '?' : plainValue(value.value);
  return `${path} = ${said}\n    ${sourceText(value, language)}`;
}

function counted(entries: readonly PolicyEntry[], language: Language): string {
  return KINDS.map(
    (kind) => `${wordsFor(valueKindWords, kind, language)} ${entries.filter(({ value }) => value.kind === kind).length}`,
  ).join(', ');
}

/** A value cited from a clause or from one within it, e.g. `二（二）` for `二（二）（2）`. */
function isOfClause(value: PolicyValue<unknown>, clause: string): boolean {
  return value.kind === 'stated' && value.from === undefined && comparable(value.clause).startsWith(comparable(clause));
}

/** `show PACK [CLAUSE]`: what a policy says, value by value: stated, chosen or missing, beside the clause's text. */
export function show(shelf: PolicyShelf, args: readonly string[]): number {
  const { words, flags, values } = readCommandLine(args, { flags: ['en', 'json', ...KINDS], values: ['on'] });
  const language = languageOf(flags);
  const { pack, snapshot } = policyNamed(shelf, words[0], values.get('on') ?? null, language);
  const kinds = KINDS.filter((kind) => flags.has(kind));
  const clause = words.slice(1).join(' ');
  const entries = policyEntries(snapshot).filter(
    ({ value }) => (kinds.length === 0 || kinds.includes(value.kind)) && (clause === '' || isOfClause(value, clause)),
  );
  const clauses = clausesOf(pack.document);
  const texts = clause === '' ? [] : clausesById(clauses, clause);
  if (clause !== '' && texts.length === 0) {
    const ids = clauses.map(({ id }) => id);
    throw new PlainError(
      `${pack.head.id} has no clause “${brief(clause)}”; the nearest is “${nearestWord(clause, ids)}” (there are ${ids.join(' ')}).`,
    );
  }
  if (flags.has('json')) {
    say(jsonOf({ pack: snapshot.pack, clauses: texts, entries }));
    return 0;
  }
  say(`${snapshot.pack.id}  ${snapshot.pack.documentNumber}  ${snapshot.pack.title}`);
  for (const { documentNumbers, missing, lost } of snapshot.pack.parents) {
    if (missing === null) continue;
    const names = lost ? [...lost.classTypes, ...lost.subsidies] : [];
    say(
      `  ${wordsFor(valueKindWords, 'missing', language)}: ${documentNumbers.join(', ')}: ${missing}${names.length > 0 ? ` (${names.join(', ')})` : ''}`,
    );
  }
  for (const { id, text, firstLine } of texts) say(`\n${id} (document.txt:${firstLine})\n${text}\n`);
  for (const entry of entries) say(entryText(entry, language));
  say(counted(entries, language));
  return 0;
}
