import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import type { PolicyParent, PolicySnapshot } from '#libs/policy';
import { periodsOf, type PackPeriod } from './pack-periods.ts';
import { isPolicyValue, isTree } from './policy-values.ts';
import type { Pack } from './read-pack.ts';

/** Targets are a document's own: a county's are never its city's (PLN-21). */
const PARTS = ['process', 'subsidies', 'directories', 'deadlines', 'eligibility', 'groups', 'statements'] as const;
type Parts = Pick<PolicySnapshot, (typeof PARTS)[number]>;

/** Whether a node carries a rule of the document itself, so that its reader wants to know whose it is. */
function isSaid(node: Readonly<Record<string, unknown>>): boolean {
  return isPolicyValue(node) || typeof node['clause'] === 'string' || Array.isArray(node['rows']);
}

/** The same values, each marked with the pack that says it. */
function markedFrom(node: unknown, from: string): unknown {
  if (Array.isArray(node)) return node.map((item) => markedFrom(item, from));
  if (!isTree(node)) return node;
  if (isPolicyValue(node)) return { ...node, from };
  const marked = Object.fromEntries(Object.entries(node).map(([key, child]) => [key, markedFrom(child, from)]));
  return isSaid(node) ? { ...marked, from } : marked;
}

/**
 * The nearest level that says a value wins, else its parent (AMB-37). A list is one value and never mixed; a subsidy, group, figure or statement is
 * one rule: a parent fills the values it leaves missing.
 */
function inherit(own: unknown, parent: unknown): unknown {
  if (own === undefined) return parent;
  if (isPolicyValue(own)) return own.kind === 'missing' && isPolicyValue(parent) && parent.kind !== 'missing' ? parent : own;
  if (!isTree(own) || !isTree(parent)) return own;
  const keys = Object.keys(own).concat(isSaid(own) ? [] : Object.keys(parent).filter((key) => !Object.hasOwn(own, key)));
  return Object.fromEntries(keys.map((key) => [key, inherit(own[key], parent[key])]));
}

/** Why a parent says nothing in a period. */
function whyAbsent({ head: { documentNumber, effectiveFrom, effectiveTo } }: Pack, { from }: PackPeriod): string {
  return effectiveTo !== null && effectiveTo < from
    ? `上级文件${documentNumber}适用至${effectiveTo}，此后由哪份文件规定尚缺`
    : `上级文件${documentNumber}自${effectiveFrom}起才适用`;
}

/** A value that is missing only because its parent is not in force says so, instead of staying silent. */
function missed(own: unknown, parent: unknown, why: string): unknown {
  if (isPolicyValue(own))
    return own.kind === 'missing' && isPolicyValue(parent) && parent.kind !== 'missing' ? { ...own, reason: `${own.reason}；${why}` } : own;
  if (!isTree(own) || !isTree(parent)) return own;
  return Object.fromEntries(Object.entries(own).map(([key, child]) => [key, missed(child, parent[key], why)]));
}

/** Class types and subsidies that only an absent parent knows. */
function lostWith(parent: Pack, parts: Parts): NonNullable<PolicyParent['lost']> {
  const only = (part: 'process' | 'subsidies'): string[] => Object.keys(parent[part]).filter((key) => !Object.hasOwn(parts[part], key));
  return { classTypes: only('process'), subsidies: only('subsidies') };
}

export interface ResolvedPack {
  readonly snapshot: PolicySnapshot;
  /** Canonical JSON (RFC 8785) of the snapshot, and its SHA-256 in hex: what is registered and named. */
  readonly document: string;
  readonly hash: string;
  readonly period: PackPeriod;
}

function partsOf(pack: Pack, period: PackPeriod): Parts {
  const inherited = (part: (typeof PARTS)[number]): unknown =>
    period.parents.reduce<unknown>((own, parent) => inherit(own, markedFrom(parent[part], parent.head.id)), pack[part]);
  const told = (part: (typeof PARTS)[number]): unknown =>
    period.absent.reduce<unknown>((own, parent) => missed(own, parent[part], whyAbsent(parent, period)), inherited(part));
  return Object.fromEntries(PARTS.map((part) => [part, told(part)])) as unknown as Parts;
}

function resolve(pack: Pack, period: PackPeriod): ResolvedPack {
  const { id, title, documentNumber, region, issuedOn, effectiveFrom, effectiveTo, parents } = pack.head;
  const parts = partsOf(pack, period);
  const named = parents.flatMap((parent): PolicyParent[] => {
    if ('region' in parent) {
      const missing = parent.pack.kind === 'missing' ? parent.pack.reason : null;
      return [{ pack: null, documentNumbers: parent.documentNumbers, missing }];
    }
    const found = period.parents.find(({ head }) => head.id === parent.pack);
    if (found) return [{ pack: parent.pack, documentNumbers: [found.head.documentNumber], missing: null }];
    return period.absent
      .filter(({ head }) => head.id === parent.pack)
      .map((absent) => ({
        pack: null,
        documentNumbers: [absent.head.documentNumber],
        missing: whyAbsent(absent, period),
        lost: lostWith(absent, parts),
      }));
  });
  const snapshot: PolicySnapshot = {
    pack: { id, title, documentNumber, region, issuedOn, effectiveFrom, effectiveTo, parents: named },
    ...parts,
    targets: pack.targets,
  };
  const document = canonicalize(snapshot) ?? '';
  return { snapshot, document, hash: createHash('sha256').update(document).digest('hex'), period };
}

/** A pack as it reads in each period of its validity, what it does not say filled from its parents. */
export function resolvePeriods(pack: Pack, others: readonly Pack[]): readonly ResolvedPack[] {
  return periodsOf(pack, others).map((period) => resolve(pack, period));
}

/** A pack as it reads on a day; on the first day it is in force where none is named. */
export function resolvePack(pack: Pack, others: readonly Pack[], on = pack.head.effectiveFrom): ResolvedPack {
  const period = periodsOf(pack, others).find(({ from, to }) => from <= on && (to === null || to >= on));
  if (!period) throw new Error(`${pack.head.id} is not in force on ${on}`);
  return resolve(pack, period);
}
