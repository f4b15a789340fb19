import { addDays } from '#libs/policy';
import type { Pack } from './read-pack.ts';

/** Later than any day: the end of what holds until it is replaced. */
const FOREVER = '9999-12-31';

/** Days on which a pack is in force with the same parents, both days included. */
export interface PackPeriod {
  readonly from: string;
  /** Null: until replaced. */
  readonly to: string | null;
  /** The parents that are in force as well, the nearest first. */
  readonly parents: readonly Pack[];
  /** The parents that are not: what only they say is missing in this period, and told so. */
  readonly absent: readonly Pack[];
}

function endOf({ head }: Pack): string {
  return head.effectiveTo ?? FOREVER;
}

function parentsOf(pack: Pack, others: readonly Pack[]): Pack[] {
  return pack.head.parents.flatMap((parent) => {
    if (typeof parent.pack !== 'string') return [];
    const found = others.find(({ head }) => head.id === parent.pack);
    if (!found) throw new Error(`${pack.folder}: its parent ${parent.pack} is not there`);
    return [found];
  });
}

/**
 * The periods of a pack's validity: a parent counts only on days on which both are in force, so a pack reads differently where a parent begins or
 * ends within it (AMB-36, AMB-37).
 */
export function periodsOf(pack: Pack, others: readonly Pack[]): readonly PackPeriod[] {
  const parents = parentsOf(pack, others);
  const { effectiveFrom } = pack.head;
  const last = endOf(pack);
  const firsts = parents
    .flatMap((parent) => [parent.head.effectiveFrom, ...(parent.head.effectiveTo === null ? [] : [addDays(parent.head.effectiveTo, 1)])])
    .filter((day) => day > effectiveFrom && day <= last);
  const days = [...new Set([effectiveFrom, ...firsts])].sort();
  return days.map((from, index) => {
    const next = days[index + 1];
    const to = next === undefined ? pack.head.effectiveTo : addDays(next, -1);
    const isThere = (parent: Pack): boolean => parent.head.effectiveFrom <= from && endOf(parent) >= from;
    return { from, to, parents: parents.filter(isThere), absent: parents.filter((parent) => !isThere(parent)) };
  });
}
