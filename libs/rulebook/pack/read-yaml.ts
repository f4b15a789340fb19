import { existsSync, readFileSync, statSync } from 'node:fs';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseDocument, type Document, type Node } from 'yaml';
import type { PackFault } from './pack-fault.ts';

/** A policy file of a county is a few pages; what is beyond these is a mistake or an attack, never read further. */
const MAX_BYTES = 512 * 1024;
const MAX_DEPTH = 40;
const MAX_NODES = 200_000;

/** A file of a policy as plain values, and where in the file each of them stands. */
export interface YamlFile {
  readonly file: string;
  readonly node: unknown;
  /** The line of a place such as `order.opening.steps[0].role`, or of the nearest place above it that is there. */
  readonly lineAt: (path: string) => number;
}

/** Deepest nesting of the text, by its brackets and its indentation: known before a parser goes down there. */
function depthOf(text: string): number {
  let deepest = 0;
  let open = 0;
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    open = sign === '[' || sign === '{' ? open + 1 : Math.max(0, open - 1);
    deepest = Math.max(deepest, open);
  }
  for (const [indent] of text.matchAll(/^[ \t-]+/gm)) deepest = Math.max(deepest, indent.length / 2);
  return deepest;
}

/** How many values a node expands to with its aliases followed, as far as the limit; an alias of itself has no end. */
function countNodes(node: unknown, limit: number, depth = 0): number {
  if (depth > MAX_DEPTH) return Infinity;
  let count = 1;
  if (typeof node !== 'object' || node === null) return count;
  for (const child of Object.values(node)) {
    count += countNodes(child, limit - count, depth + 1);
    if (count > limit) break;
  }
  return count;
}

function stepsOf(path: string): string[] {
  return path.split(/[.[\]]+/).filter((step) => step !== '');
}

function childOf(node: Node, step: string, document: Document.Parsed): Node | undefined {
  if (isSeq(node)) return node.items[Number(step)] as Node | undefined;
  if (!isMap(node)) return undefined;
  for (const pair of node.items) if (isScalar(pair.key) && String(pair.key.value) === step) return (pair.value ?? pair.key) as Node;
  // The library keeps the name of a merge (<<) as a symbol.
  const merged = node.items.find(({ key }) => isScalar(key) && typeof key.value === 'symbol')?.value;
  const base = isAlias(merged) ? merged.resolve(document) : merged;
  return base ? childOf(base as Node, step, document) : undefined;
}

/** Names that stand twice in one map, each with its offset. The library's own check compares every name with every other. */
function repeatedNames(node: unknown, found: { readonly name: string; readonly offset: number }[]): void {
  if (isSeq(node)) return node.items.forEach((item) => repeatedNames(item, found));
  if (!isMap(node)) return;
  const seen = new Set<string>();
  for (const { key, value } of node.items) {
    const name = isScalar(key) ? String(key.value) : '';
    if (seen.has(name) && isScalar(key)) found.push({ name, offset: key.range?.[0] ?? 0 });
    seen.add(name);
    repeatedNames(value, found);
  }
}

function lineFinder(document: Document.Parsed, lines: LineCounter): (path: string) => number {
  return (path) => {
    let node: Node | null | undefined = document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const step of stepsOf(path)) {
      const within: Node | null | undefined = isAlias(node) ? node.resolve(document) : node;
      node = within ? childOf(within, step, document) : undefined;
      if (!node) break;
      offset = node.range?.[0] ?? offset;
    }
    return lines.linePos(offset).line;
  };
}

/** A text as the values of a file; what is wrong with it is added to the faults. Merge keys and anchors are followed within fixed limits. */
export function parseYaml(file: string, text: string, faults: PackFault[]): YamlFile | undefined {
  const fault = (problem: string, line: number | null = null): undefined => void faults.push({ file, line, path: '', problem });
  if (depthOf(text) > MAX_DEPTH) return fault(`is nested more than ${MAX_DEPTH} deep; flatten it`);
  const lines = new LineCounter();
  const document = parseDocument(text, { merge: true, logLevel: 'error', lineCounter: lines, uniqueKeys: false });
  for (const { message, linePos } of document.errors) fault(message.split('\n')[0] ?? 'is no YAML', linePos?.[0].line ?? null);
  const twice: { readonly name: string; readonly offset: number }[] = [];
  repeatedNames(document.contents, twice);
  for (const { name, offset } of twice) fault(`${name} stands here twice; keep one`, lines.linePos(offset).line);
  if (document.errors.length + twice.length > 0) return undefined;
  try {
    const node: unknown = document.toJS({ maxAliasCount: 1000 });
    if (countNodes(node, MAX_NODES) > MAX_NODES)
      return fault(`expands to more than ${MAX_NODES} values or ${MAX_DEPTH} levels; use fewer aliases`);
    return { file, node, lineAt: lineFinder(document, lines) };
  } catch (error) {
    // Aliases without an end, merge keys of what is no table: the library throws what the text itself cannot mean.
    return fault(`cannot be read (${((error as Error).message.split('\n')[0] ?? '').slice(0, 200)}); correct its aliases and merge keys`);
  }
}

/** Reads one YAML file; what is wrong with it is added to the faults. */
export function readYaml(file: string, faults: PackFault[]): YamlFile | undefined {
  const fault = (problem: string): undefined => void faults.push({ file, line: null, path: '', problem });
  if (!existsSync(file)) return fault('the file is not there; every policy has it');
  if (statSync(file).size > MAX_BYTES) return fault(`is larger than ${MAX_BYTES / 1024} KiB; a policy's file is a few pages`);
  return parseYaml(file, readFileSync(file, 'utf8'), faults);
}
