import type { PolicyValue } from '#libs/policy';
import type { PolicyShelf } from '#libs/rulebook';
import { say } from '../../local/progress.ts';
import { readCommandLine } from '../command-line.ts';
import { policyEntries } from '../policy-entries.ts';
import { policyNamed, type NamedPolicy } from '../policy-named.ts';
import { jsonOf } from '../print/json.ts';
import { languageOf, type Language } from '../print/language.ts';
import { plainValue, sourceText } from '../print/value.ts';

interface Change {
  readonly path: string;
  readonly before: PolicyValue<unknown> | null;
  readonly after: PolicyValue<unknown> | null;
}

function saidBy({ snapshot }: NamedPolicy): ReadonlyMap<string, PolicyValue<unknown>> {
  return new Map(policyEntries(snapshot).map(({ path, value }) => [path, value]));
}

/** What is said, without where: the same amount under another clause is no change for anybody. */
function said(value: PolicyValue<unknown> | undefined): string {
  if (value === undefined) return 'nothing';
  return value.kind === 'missing' ? 'missing' : JSON.stringify(value.value);
}

function changesBetween(one: NamedPolicy, other: NamedPolicy): Change[] {
  const [before, after] = [saidBy(one), saidBy(other)];
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths]
    .filter((path) => said(before.get(path)) !== said(after.get(path)) || before.get(path)?.kind !== after.get(path)?.kind)
    .map((path) => ({ path, before: before.get(path) ?? null, after: after.get(path) ?? null }));
}

function sideText(sign: string, value: PolicyValue<unknown> | null, language: Language): string[] {
  if (value === null) return [];
  return [`  ${sign} ${value.kind === 'missing' ? '?' : plainValue(value.value)}    ${sourceText(value, language)}`];
}

/** `diff PACK PACK`: what differs between two policies, value by value, each with its source. */
export function diff(shelf: PolicyShelf, args: readonly string[]): number {
  const { words, flags, values } = readCommandLine(args, { flags: ['en', 'json'], values: ['on'] });
  const language = languageOf(flags);
  const on = values.get('on') ?? null;
  const one = policyNamed(shelf, words[0], on, language);
  const other = policyNamed(one.shelf, words[1], on, language);
  const changes = changesBetween(one, other);
  if (flags.has('json')) {
    say(jsonOf({ before: one.snapshot.pack, after: other.snapshot.pack, changes }));
    return 0;
  }
  say(`- ${one.pack.head.id}  ${one.pack.head.documentNumber}\n+ ${other.pack.head.id}  ${other.pack.head.documentNumber}`);
  for (const { path, before, after } of changes)
    say([path, ...sideText('-', before, language), ...sideText('+', after, language)].join('\n'));
  say(language === 'zh' ? `${changes.length} 处不同` : `${changes.length} differences`);
  return 0;
}
