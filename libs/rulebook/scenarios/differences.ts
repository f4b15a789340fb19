import { parseYuan } from '#libs/policy';
import { isTree, type Tree } from '../pack/policy-values.ts';

/** One thing that came out other than expected. */
export interface Difference {
  readonly name: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const MONEY = new Set(['amount', 'recovery']);
/** Lists whose order says nothing. */
const SETS = new Set(['held', 'no', 'unknown', 'ask', 'clauses', 'subsidies', 'missing']);

function fen(value: unknown): bigint | undefined {
  const read = typeof value === 'string' || typeof value === 'number' ? parseYuan(String(value)) : undefined;
  return read?.ok ? read.value : undefined;
}

function isSameMoney(expected: unknown, actual: unknown): boolean {
  return fen(expected) !== undefined && fen(expected) === fen(actual);
}

/** Only what is expected is looked at: `lines: { a: "100.00" }` says nothing of line b. */
function isSameTable(expected: Tree, actual: unknown, isSame: (one: unknown, other: unknown) => boolean): boolean {
  return isTree(actual) && Object.entries(expected).every(([name, value]) => isSame(value, actual[name]));
}

function asSet(value: unknown): unknown {
  return Array.isArray(value) ? [...new Set(value.map(String))].sort() : value;
}

function isSame(name: string, expected: unknown, actual: unknown): boolean {
  if (MONEY.has(name)) return isSameMoney(expected, actual);
  if (name === 'lines' && isTree(expected)) return isSameTable(expected, actual, isSameMoney);
  // Some of what would bring more may be named; that nothing would is said by `{}`.
  if (name === 'hints' && isTree(expected) && Object.keys(expected).length > 0) return isSameTable(expected, actual, isSameMoney);
  if (isTree(expected) && isTree(actual)) {
    const isOther = Object.keys(actual).some((code) => !Object.hasOwn(expected, code));
    return !isOther && isSameTable(expected, actual, (one, other) => one === (other ?? 0));
  }
  if (name === 'held' && expected === true) return Array.isArray(actual) && actual.length > 0;
  if (SETS.has(name)) return JSON.stringify(asSet(expected)) === JSON.stringify(asSet(actual));
  return JSON.stringify(expected) === JSON.stringify(actual);
}

/** Holds an answer against what a scenario expects. An answer that is held or refused is no other answer, so that must be expected as well. */
export function differencesOf(expect: Tree, view: Tree): readonly Difference[] {
  const names = Object.keys(expect);
  if (names.length === 0) return [];
  const isHeld = Array.isArray(view['held']) && view['held'].length > 0;
  const unexpected = [
    ...(view['refused'] !== null && !names.includes('refused') ? ['refused'] : []),
    ...(isHeld && !names.includes('held') ? ['held'] : []),
  ];
  return [...unexpected, ...names]
    .filter((name) => unexpected.includes(name) || !isSame(name, expect[name], view[name]))
    .map((name) => ({ name, expected: expect[name] ?? null, actual: view[name] ?? null }));
}
