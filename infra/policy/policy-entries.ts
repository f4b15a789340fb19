import type { PolicySnapshot, PolicyValue } from '#libs/policy';
import { isPolicyValue } from '#libs/rulebook';

/** One thing a policy says: a value, or an entry of a list such as a material or a reviewer. */
export interface PolicyEntry {
  /** e.g. `process.order.opening.filing.latestDaysBefore`, `process.order.opening.materials[roster]`. */
  readonly path: string;
  readonly value: PolicyValue<unknown>;
}

type Tree = Readonly<Record<string, unknown>>;

const PARTS = ['process', 'subsidies', 'directories', 'groups', 'targets', 'statements', 'deadlines', 'eligibility'] as const;
/** What tells the entries of a list apart. */
const NAMES = ['slot', 'step', 'code', 'institution'] as const;

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function nameOf(node: unknown, index: number): string {
  const named = isTree(node) ? NAMES.map((name) => node[name]).find((name) => typeof name === 'string') : undefined;
  return typeof named === 'string' ? named : String(index);
}

/** A material, reviewer or directory entry stands under a clause of its own: shown as one value. */
function entryValue(node: Tree): PolicyValue<unknown> | undefined {
  const { clause, quote, reason, from } = node;
  if (typeof clause !== 'string') return undefined;
  const plain = Object.entries(node).filter(
    ([name, child]) => !['clause', 'quote', 'reason', 'rows', 'from'].includes(name) && !isPolicyValue(child),
  );
  if (plain.some(([, child]) => isTree(child) || (Array.isArray(child) && child.some(isTree)))) return undefined;
  const value = Object.fromEntries(plain);
  const origin = typeof from === 'string' ? { from } : {};
  if (typeof quote === 'string') return { kind: 'stated', value, clause, quote, ...origin };
  return { kind: 'chosen', value, amb: clause, reason: typeof reason === 'string' ? reason : '', ...origin };
}

function collect(node: unknown, path: string, found: PolicyEntry[]): void {
  if (isPolicyValue(node)) {
    found.push({ path, value: node });
    return;
  }
  if (Array.isArray(node)) {
    node.forEach((child: unknown, index) => collect(child, `${path}[${nameOf(child, index)}]`, found));
    return;
  }
  if (!isTree(node)) return;
  const own = entryValue(node);
  if (own) found.push({ path, value: own });
  for (const [name, child] of Object.entries(node)) if (typeof child === 'object') collect(child, `${path}.${name}`, found);
}

/** Everything a policy says, value by value, in the order of its files. */
export function policyEntries(snapshot: PolicySnapshot): readonly PolicyEntry[] {
  const found: PolicyEntry[] = [];
  for (const part of PARTS) collect(snapshot[part], part, found);
  return found;
}
