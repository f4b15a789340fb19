import { isPlainDate, nearestWord, parseYuan } from '#libs/policy';
import type { PackFault } from '../pack/pack-fault.ts';
import { isTree, type Tree } from '../pack/policy-values.ts';
import type { YamlFile } from '../pack/read-yaml.ts';

/** How much of a wrong word is repeated. */
const SHOWN = 40;

function shown(node: unknown): string {
  const text = typeof node === 'string' ? node : (JSON.stringify(node) ?? String(node));
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** Reads the parts of a YAML file and notes what is wrong with file, line and place. */
export class ScenarioReader {
  constructor(
    private readonly yaml: YamlFile,
    private readonly faults: PackFault[],
  ) {}

  fault(path: string, problem: string): undefined {
    this.faults.push({ file: this.yaml.file, line: this.yaml.lineAt(path), path, problem });
    return undefined;
  }

  tree(node: unknown, at: string, wanted: string): Tree | undefined {
    return isTree(node) ? node : this.fault(at, `must be ${wanted}, not ${shown(node)}`);
  }

  /** Names that are not among the known ones, each with the nearest. */
  fields(node: Tree, at: string, known: readonly string[]): void {
    for (const name of Object.keys(node)) {
      if (known.includes(name)) continue;
      const place = at === '' ? name : `${at}.${name}`;
      this.fault(
        place,
        `“${shown(name)}” is not known here; the nearest word is “${nearestWord(name, known)}” (known: ${known.join(', ')})`,
      );
    }
  }

  text(node: unknown, at: string, what: string): string | undefined {
    if (typeof node === 'string' && node.trim() !== '') return node;
    return this.fault(at, node === undefined ? `${what} is missing; add it` : `${what} must be a text, not ${shown(node)}`);
  }

  word<Word extends string>(node: unknown, at: string, what: string, words: readonly Word[]): Word | undefined {
    const text = this.text(node, at, what);
    if (text === undefined) return undefined;
    const found = words.find((word) => word === text);
    return found ?? this.fault(at, `there is no ${what} “${shown(text)}”; the nearest is “${nearestWord(text, words)}”`);
  }

  day(node: unknown, at: string): string | undefined {
    if (typeof node === 'string' && isPlainDate(node)) return node;
    return this.fault(at, `must be a day like 2024-07-15, not ${shown(node)}`);
  }

  /** An amount of yuan, e.g. `"40500.00"`, as digits with two decimals. */
  yuan(node: unknown, at: string): string | undefined {
    const text = typeof node === 'number' ? String(node) : node;
    if (typeof text === 'string' && parseYuan(text).ok) return text;
    return this.fault(at, `must be an amount of yuan like "40500.00", not ${shown(node)}`);
  }
}
