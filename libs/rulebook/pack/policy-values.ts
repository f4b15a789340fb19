import type { PolicyValue } from '#libs/policy';
import type { PackFault } from './pack-fault.ts';

type Tree = Readonly<Record<string, unknown>>;

const KINDS = { stated: ['clause', 'quote'], chosen: ['amb', 'reason'], missing: [] } as const;

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

function kindOf(node: Tree): keyof typeof KINDS | undefined {
  return (Object.keys(KINDS) as (keyof typeof KINDS)[]).find((kind) => kind in node);
}

function valueOf(node: Tree, kind: keyof typeof KINDS, at: string, fault: (path: string, problem: string) => void): PolicyValue<unknown> {
  const allowed = new Set<string>([kind, ...KINDS[kind]]);
  for (const key of Object.keys(node))
    if (!allowed.has(key)) fault(`${at}.${key}`, `a ${kind} value knows only ${[...allowed].join(', ')}; remove this`);
  for (const key of KINDS[kind])
    if (typeof node[key] !== 'string' || node[key] === '') fault(`${at}.${key}`, `a ${kind} value needs its ${key}`);
  if (kind === 'chosen' && !/^AMB-\d{2}$/.test(String(node['amb']))) fault(`${at}.amb`, 'name the ambiguity as AMB-NN');
  if (kind === 'missing') return { kind, reason: String(node['missing']) };
  const value = node[kind];
  if (kind === 'stated') return { kind, value, clause: String(node['clause']), quote: String(node['quote']) };
  return { kind, value, amb: String(node['amb']), reason: String(node['reason']) };
}

/** Turns `{stated|chosen|missing: …}` into PolicyValues throughout a file; everything else stays as it is. */
export function readPolicyValues(node: unknown, file: string, faults: PackFault[], at = ''): unknown {
  if (Array.isArray(node)) return node.map((item, index) => readPolicyValues(item, file, faults, `${at}[${index}]`));
  if (!isTree(node)) return node;
  const kind = kindOf(node);
  if (kind) return valueOf(node, kind, at, (path, problem) => faults.push({ file, path, problem }));
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, readPolicyValues(child, file, faults, at === '' ? key : `${at}.${key}`)]),
  );
}

/** Whether a node of a read file is a PolicyValue. */
export function isPolicyValue(node: unknown): node is PolicyValue<unknown> {
  return isTree(node) && typeof node['kind'] === 'string' && Object.hasOwn(KINDS, node['kind']) && ('value' in node || 'reason' in node);
}
