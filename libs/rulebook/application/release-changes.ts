import canonicalize from 'canonicalize';
import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, type PolicySnapshot, type Result } from '#libs/policy';
import type { AnnouncedDay } from '../pack/read-calendars.ts';
import { releaseContent, type ReleaseContent } from '../persistence/release.query.ts';
import { visibleRelease } from './decide-release.use-case.ts';
import { listValues, type ListedValue } from './list-values.ts';
import { snapshotBefore } from './snapshots.ts';

/** A value that would read otherwise; null on the side where it is not there. */
export interface ChangedValue {
  readonly path: string;
  readonly before: ListedValue | null;
  readonly after: ListedValue | null;
}

/** What the second person signs: every value that would change, or every day of the year. */
export interface ReleaseChanges {
  /** The policy it is compared with: what holds, or would hold, on its first day. Null: none. */
  readonly base: { readonly hash: string; readonly packId: string; readonly title: string } | null;
  readonly values: readonly ChangedValue[];
  /** How many values stay as they are. */
  readonly unchanged: number;
  readonly days: readonly AnnouncedDay[];
}

/** What a value says, whatever order its parts are stored in. */
const said = ({ kind, value, clause, quote, amb, reason }: ListedValue): string | undefined =>
  canonicalize([kind, value, clause, quote, amb, reason]);

function compared(before: readonly ListedValue[], after: readonly ListedValue[]): readonly ChangedValue[] {
  const was = new Map(before.map((one) => [one.path, one]));
  const is = new Set(after.map(({ path }) => path));
  const changed = after.flatMap((one) => {
    const earlier = was.get(one.path);
    return earlier && said(earlier) === said(one) ? [] : [{ path: one.path, before: earlier ?? null, after: one }];
  });
  const gone = before.filter(({ path }) => !is.has(path)).map((one) => ({ path: one.path, before: one, after: null }));
  return [...changed, ...gone];
}

/** A policy against the one that would hold on its first day. */
export async function changesOfPolicy(
  tx: Tx,
  of: { readonly region: string; readonly effectiveFrom: string; readonly hash: string; readonly snapshot: PolicySnapshot },
): Promise<ReleaseChanges> {
  const found = await snapshotBefore(tx, { region: of.region, on: of.effectiveFrom, not: of.hash });
  const after = listValues(of.snapshot);
  const values = compared(found ? listValues(found.snapshot) : [], after);
  const base = found ? { hash: found.hash, packId: found.snapshot.pack.id, title: found.snapshot.pack.title } : null;
  return { base, values, unchanged: after.length - values.filter((one) => one.after !== null).length, days: [] };
}

/** What a proposal would put in force, value by value or day by day. */
export async function releaseChanges(tx: Tx, actor: Actor, id: string): Promise<Result<ReleaseChanges>> {
  const release = await visibleRelease(tx, actor, id);
  if (!release.ok) return release;
  const content = await tx.one<ReleaseContent>(releaseContent, [id]);
  const { region, effectiveFrom, hash } = release.value;
  if (!content?.snapshot || effectiveFrom === null || hash === null)
    return accept({ base: null, values: [], unchanged: 0, days: content?.days ?? [] });
  return accept(await changesOfPolicy(tx, { region, effectiveFrom, hash, snapshot: content.snapshot }));
}
