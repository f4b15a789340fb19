import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { PolicySnapshot } from '#libs/policy';
import { isPolicyValue } from './policy-values.ts';
import type { Pack } from './read-pack.ts';

type Tree = Readonly<Record<string, unknown>>;

function isTree(node: unknown): node is Tree {
  return typeof node === 'object' && node !== null && !Array.isArray(node);
}

/** The nearest level that states a value wins, else its parent (AMB-37). Lists are one value: they are never mixed. */
function inherit(own: unknown, parent: unknown): unknown {
  if (own === undefined) return parent;
  if (isPolicyValue(own)) return own.kind === 'missing' && isPolicyValue(parent) ? parent : own;
  if (!isTree(own) || !isTree(parent)) return own;
  const keys = new Set([...Object.keys(own), ...Object.keys(parent)]);
  return Object.fromEntries([...keys].map((key) => [key, inherit(own[key], parent[key])]));
}

export interface ResolvedPack {
  readonly snapshot: PolicySnapshot;
  /** Canonical JSON (RFC 8785) of the snapshot, and its SHA-256 in hex: what is registered and named. */
  readonly document: string;
  readonly hash: string;
}

/** Fills what a pack does not say from its parents. */
export function resolvePack(pack: Pack, others: readonly Pack[]): ResolvedPack {
  const parent = others.find(({ head }) => head.id === pack.head.parent);
  if (pack.head.parent !== null && !parent) throw new Error(`${pack.folder}: its parent ${pack.head.parent} is not there`);
  const above = parent ? resolvePack(parent, others).snapshot : undefined;
  const { id, title, documentNumber, region, issuedOn, effectiveFrom, effectiveTo } = pack.head;
  const snapshot: PolicySnapshot = {
    pack: { id, title, documentNumber, region, issuedOn, effectiveFrom, effectiveTo },
    process: inherit(pack.process, above?.process) as PolicySnapshot['process'],
    subsidies: inherit(pack.subsidies, above?.subsidies) as PolicySnapshot['subsidies'],
    directories: inherit(pack.directories, above?.directories) as PolicySnapshot['directories'],
    deadlines: inherit(pack.deadlines, above?.deadlines) as PolicySnapshot['deadlines'],
  };
  const document = canonicalize(snapshot) ?? '';
  return { snapshot, document, hash: createHash('sha256').update(document).digest('hex') };
}
