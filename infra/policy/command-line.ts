import path from 'node:path';
import { nearestWord } from '#libs/policy';
import { PlainError } from '../local/plain-error.ts';

/** What was typed after a command: words in their order, `name=value` facts, and options. */
export interface CommandLine {
  readonly words: readonly string[];
  readonly facts: Readonly<Record<string, string>>;
  readonly flags: ReadonlySet<string>;
  readonly values: ReadonlyMap<string, string>;
}

/** Options a command takes: `--name` alone, and `--name VALUE` or `--name=VALUE`. */
export interface CommandOptions {
  readonly flags?: readonly string[];
  readonly values?: readonly string[];
}

/** How much of a wrong word is repeated. */
const SHOWN = 60;

export function brief(text: string): string {
  const plain = text.replace(/\p{Cc}/gu, ' ');
  return plain.length > SHOWN ? `${plain.slice(0, SHOWN)}…` : plain;
}

function unknownOption(name: string, { flags = [], values = [] }: CommandOptions): PlainError {
  const known = [...flags, ...values];
  if (known.length === 0) return new PlainError(`There is no option --${brief(name)}: this command takes none.`);
  return new PlainError(
    `There is no option --${brief(name)}; the nearest is --${nearestWord(name, known)} (known: ${known.map((one) => `--${one}`).join(', ')}).`,
  );
}

/** Reads what was typed; @throws PlainError for an option nobody knows, with the nearest. */
export function readCommandLine(args: readonly string[], options: CommandOptions): CommandLine {
  const words: string[] = [];
  const facts = new Map<string, string>();
  const flags = new Set<string>();
  const values = new Map<string, string>();
  const rest = [...args];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (!word.startsWith('--')) {
      const fact = /^([A-Za-z]\w*)=(.*)$/su.exec(word);
      if (fact) facts.set(fact[1] ?? '', fact[2] ?? '');
      else words.push(word);
      continue;
    }
    const [name = '', ...given] = word.slice(2).split('=');
    if (options.flags?.includes(name) && given.length === 0) flags.add(name);
    else if (options.values?.includes(name)) {
      const value = given.length > 0 ? given.join('=') : rest.shift();
      if (value === undefined) throw new PlainError(`--${name} needs a value after it.`);
      values.set(name, value);
    } else throw unknownOption(name, options);
  }
  return { words, facts: Object.fromEntries(facts), flags, values };
}

/** A file somebody names, from where they stand: `npm run` itself changes to the project. */
export function fileNamed(name: string): string {
  return path.resolve(process.env['INIT_CWD'] ?? process.cwd(), name);
}

/** Exactly one of the words a command asks for; @throws PlainError with the nearest. */
export function oneWord<Word extends string>(given: string | undefined, what: string, words: readonly Word[]): Word {
  if (given === undefined) throw new PlainError(`Name a ${what}: one of ${words.join(', ')}.`);
  const found = words.find((word) => word === given);
  if (found !== undefined) return found;
  throw new PlainError(
    `There is no ${what} “${brief(given)}”; the nearest is “${nearestWord(given, words)}” (known: ${words.join(', ')}).`,
  );
}
