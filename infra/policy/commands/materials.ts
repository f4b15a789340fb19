import { existsSync, statSync } from 'node:fs';
import { classTypes, materialStages, nearestWord } from '#libs/policy';
import { askMaterials, faultText, readYaml, type PackFault, type PolicyShelf } from '#libs/rulebook';
import { PlainError } from '../../local/plain-error.ts';
import { say } from '../../local/progress.ts';
import { brief, fileNamed, oneWord, readCommandLine } from '../command-line.ts';
import { jsonOf } from '../print/json.ts';
import { languageOf, refusalText } from '../print/language.ts';
import { papersText } from '../print/papers.ts';

/** What a county adds: a file with `add` and `remove`. */
function overlayOf(name: string | undefined): object {
  if (name === undefined) return {};
  const file = fileNamed(name);
  if (!existsSync(file) || !statSync(file).isFile())
    throw new PlainError(`There is no file ${brief(name)}: check the name and the folder.`);
  const faults: PackFault[] = [];
  const yaml = readYaml(file, faults);
  if (!yaml) throw new PlainError(faults.map(faultText).join('\n'));
  const { node } = yaml;
  if (typeof node === 'object' && node !== null && !Array.isArray(node)) return node;
  throw new PlainError(`${name}: must have “add:” or “remove:”.`);
}

/** `materials PACK CLASS-TYPE STAGE`, or `materials PACK SUBSIDY`: the papers an application needs. */
export function materials(shelf: PolicyShelf, args: readonly string[]): number {
  const { words, flags, values } = readCommandLine(args, { flags: ['en', 'json', 'special-task'], values: ['overlay', 'on'] });
  const language = languageOf(flags);
  const policy = words.find((word) => shelf.ids.includes(word));
  const classType = classTypes.find((type) => words.includes(type)) ?? null;
  const others = words.filter((word) => word !== policy && word !== classType);
  const snapshot = shelf.snapshotOn(oneWord(policy ?? words[0], 'policy', shelf.ids), values.get('on') ?? null);
  if (!snapshot.ok) throw new PlainError(refusalText(snapshot.refusal, language));
  const [of, surplus] = others;
  const known = [...materialStages, ...classTypes, ...Object.keys(snapshot.value.subsidies)];
  if (of === undefined) throw new PlainError(`Name a stage (${materialStages.join(', ')}) with a class type, or a subsidy.`);
  if (surplus !== undefined)
    throw new PlainError(`“${brief(surplus)}” is one word too many; the nearest known word is “${nearestWord(surplus, known)}”.`);
  const given = { ...overlayOf(values.get('overlay')), ...(flags.has('special-task') ? { specialTask: true } : {}) };
  const on = values.get('on') ?? snapshot.value.pack.effectiveFrom;
  const { refusal, papers } = askMaterials({ snapshot: snapshot.value, calendar: shelf.calendar, on }, { of, classType, given });
  if (refusal) throw new PlainError(refusalText(refusal, language));
  say(flags.has('json') ? jsonOf(papers) : papersText(papers, language));
  return 0;
}
