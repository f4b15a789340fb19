import { isTree, type Tree } from '../pack/policy-values.ts';
import type { ScenarioReader } from './scenario-reader.ts';
import { expectations, type ScenarioQuestion } from './scenario.ts';

type Check = (reader: ScenarioReader, node: unknown, at: string) => void;

const yuan: Check = (reader, node, at) => void reader.yuan(node, at);
const code: Check = (reader, node, at) => void reader.text(node, at, 'code');

const day: Check = (reader, node, at) => {
  if (node !== null) reader.day(node, at);
};

const count: Check = (reader, node, at) => {
  if (node !== null && !(Number.isSafeInteger(node) && Number(node) >= 0)) reader.fault(at, 'must be a whole number, not negative');
};

const flag: Check = (reader, node, at) => {
  if (typeof node !== 'boolean') reader.fault(at, 'must be true or false');
};

const words: Check = (reader, node, at) => {
  if (!Array.isArray(node) || node.some((one) => typeof one !== 'string')) reader.fault(at, 'must be a list of words');
};

/** `true`: held, whatever for; or the names of the values nobody states. */
const held: Check = (reader, node, at) => {
  if (node !== true) words(reader, node, at);
};

const tableOf =
  (check: Check): Check =>
  (reader, node, at) => {
    if (!isTree(node)) return void reader.fault(at, 'must be names with values');
    for (const [name, value] of Object.entries(node)) check(reader, value, `${at}.${name}`);
  };

const answers: Check = (reader, node, at) => void reader.word(node, at, 'answer', ['yes', 'no', 'unknown']);
const timeliness: Check = (reader, node, at) =>
  void reader.word(node, at, 'timeliness', ['early', 'in-time', 'late', 'needs-special-reason']);

const checks: Readonly<Record<(typeof expectations)[ScenarioQuestion['kind']][number], Check>> = {
  amount: yuan,
  recovery: yuan,
  trained: count,
  employed: count,
  fullPay: flag,
  excluded: tableOf(count),
  lines: tableOf(yuan),
  hints: tableOf(yuan),
  held,
  refused: code,
  earliestOn: day,
  dueOn: day,
  nextOn: day,
  year: count,
  percent: count,
  remindOn: words,
  timeliness,
  counted: count,
  notCounted: words,
  answer: answers,
  no: words,
  unknown: words,
  ask: words,
  clauses: words,
  papers: words,
  subsidies: words,
  missing: words,
};

/** What a scenario expects, checked word by word; absent: nothing is expected. */
export function readExpectation(reader: ScenarioReader, kind: ScenarioQuestion['kind'], node: unknown, at: string): Tree | undefined {
  if (node === undefined) return {};
  const tree = reader.tree(node, at, 'names with values');
  if (!tree) return undefined;
  const known: readonly string[] = expectations[kind];
  if (Object.keys(tree).length === 0) reader.fault(at, `expects nothing; give one of ${known.join(', ')}`);
  reader.fields(tree, at, known);
  for (const [name, value] of Object.entries(tree)) {
    if (known.includes(name)) checks[name as keyof typeof checks](reader, value, `${at}.${name}`);
  }
  return tree;
}
