import { nearestWord } from '#libs/policy';
import { PackError, PolicyShelf } from '#libs/rulebook';
import { PlainError } from '../local/plain-error.ts';
import { brief } from './command-line.ts';
import { calculate } from './commands/calculate.ts';
import { check } from './commands/check.ts';
import { coverage } from './commands/coverage.ts';
import { diff } from './commands/diff.ts';
import { due } from './commands/due.ts';
import { explain } from './commands/explain.ts';
import { help } from './commands/help.ts';
import { list } from './commands/list.ts';
import { materials } from './commands/materials.ts';
import { show } from './commands/show.ts';

type OnFolder = (folder: string, args: readonly string[]) => number;
type OnShelf = (shelf: PolicyShelf, args: readonly string[]) => number | Promise<number>;

/** What looks at the files as they are, in order or not. */
const onFolder: Readonly<Record<string, OnFolder>> = { help, check, coverage };

/** What asks the policies, and so needs them in order. */
const onShelf: Readonly<Record<string, OnShelf>> = {
  list,
  calculate,
  explain,
  due,
  materials,
  show,
  diff,
  // Only this one needs a database: the others start without it.
  impact: async (shelf, args) => (await import('./commands/impact.ts')).impact(shelf, args),
};

function commandOf<Run>(commands: Readonly<Record<string, Run>>, name: string): Run | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

/**
 * `npm run policy -- …`: what officials, testers and other systems ask of the policies in the folder KBT_POLICIES names. Answers the exit code.
 * @param shelf policies that are read already; else those of the folder are.
 * @throws PlainError with what is wrong and the way out.
 */
export async function policyCommand([name = 'help', ...args]: readonly string[], shelf?: PolicyShelf): Promise<number> {
  const folder = process.env['KBT_POLICIES'] ?? 'policies';
  const [looks, asks] = [commandOf(onFolder, name), commandOf(onShelf, name)];
  try {
    if (looks) return looks(folder, args);
    if (asks) return await asks(shelf ?? PolicyShelf.read(folder), args);
  } catch (error) {
    if (error instanceof PackError) throw new PlainError(error.message);
    throw error;
  }
  const nearest = nearestWord(name, [...Object.keys(onFolder), ...Object.keys(onShelf)]);
  throw new PlainError(`There is no command “${brief(name)}”; did you mean “${nearest}”? “npm run policy -- help” lists them all.`);
}
