import type { PolicyValue } from '#libs/policy';
import { didYouMean } from './did-you-mean.ts';

export type Tree = Readonly<Record<string, unknown>>;
type Fault = (path: string, problem: string) => void;

const KINDS = { stated: ['clause', 'quote'], chosen: ['amb', 'reason'], missing: [] } as const;
type Kind = keyof typeof KINDS;

/** An object with named fields, no list. */
export function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function kindOf(node: Tree): Kind | undefined {
  return (Object.keys(KINDS) as Kind[]).find((kind) => Object.hasOwn(node, kind));
}

function textOf(node: Tree, key: string): string {
  return typeof node[key] === 'string' ? node[key] : '';
}

function checkValue(node: Tree, kind: Kind, at: string, fault: Fault): void {
  const allowed = new Set<string>([kind, ...KINDS[kind], 'rows']);
  for (const key of Object.keys(node)) {
    if (!allowed.has(key)) fault(`${at}.${key}`, `a ${kind} value knows only ${[...allowed].join(', ')}${didYouMean(key, allowed)}`);
  }
  for (const key of KINDS[kind])
    if (typeof node[key] !== 'string' || node[key] === '') fault(`${at}.${key}`, `a ${kind} value needs its ${key}`);
  if (kind === 'chosen' && !/^AMB-\d{2}$/.test(textOf(node, 'amb'))) fault(`${at}.amb`, 'name the ambiguity as AMB-NN');
  if (kind === 'missing' && (typeof node['missing'] !== 'string' || node['missing'] === ''))
    fault(at, 'a missing value needs its reason as text');
  if (node['rows'] !== undefined && !isRowList(node['rows'])) fault(`${at}.rows`, 'expected row ids such as [DDL-01]');
}

/** A list of row ids of the requirements. */
export function isRowList(node: unknown): node is readonly string[] {
  return Array.isArray(node) && node.every((id) => typeof id === 'string' && /^[A-Z]{3}-([A-Z0-9]{4}-)?\d{2}$/.test(id));
}

function valueOf(node: Tree, kind: Kind, at: string, fault: Fault): PolicyValue<unknown> {
  checkValue(node, kind, at, fault);
  const rows = isRowList(node['rows']) ? { rows: node['rows'] } : {};
  if (kind === 'missing') return { kind, reason: textOf(node, 'missing'), ...rows };
  const value = node[kind];
  if (kind === 'stated') return { kind, value, clause: textOf(node, 'clause'), quote: textOf(node, 'quote'), ...rows };
  return { kind, value, amb: textOf(node, 'amb'), reason: textOf(node, 'reason'), ...rows };
}

/** Turns `{stated|chosen|missing: …}` into PolicyValues throughout a file; everything else stays as it is. */
export function readPolicyValues(node: unknown, fault: Fault, at = ''): unknown {
  if (Array.isArray(node)) return node.map((item, index) => readPolicyValues(item, fault, `${at}[${index}]`));
  if (!isTree(node)) return node;
  const kind = kindOf(node);
  if (kind) return valueOf(node, kind, at, fault);
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, readPolicyValues(child, fault, at === '' ? key : `${at}.${key}`)]),
  );
}

/** Whether a node of a read file is a PolicyValue. */
export function isPolicyValue(node: unknown): node is PolicyValue<unknown> {
  return isTree(node) && typeof node['kind'] === 'string' && Object.hasOwn(KINDS, node['kind']) && ('value' in node || 'reason' in node);
}
