import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, refuse, type PolicySnapshot, type Result } from '#libs/policy';
import { calendarOf } from './snapshots.ts';
import { prepareRelease, type NewRelease } from './prepare-release.ts';
import { changesOfPolicy, type ReleaseChanges } from './release-changes.ts';
import { impactOfPolicy, impactOfYear, type ReleaseImpact } from './release-impact.ts';

export interface ReleasePreview {
  readonly changes: ReleaseChanges;
  readonly impact: ReleaseImpact;
}

/** The dry run of a proposal: the same checks and refusals, what would change and what would move; nothing is written. */
export async function previewRelease(tx: Tx, actor: Actor, release: NewRelease): Promise<Result<ReleasePreview>> {
  const prepared = await prepareRelease(tx, actor, release);
  if (!prepared.ok) return prepared;
  const { value } = prepared;
  const { region } = actor;
  if (value.kind === 'calendar') {
    const { year, days } = value;
    const isAnnounced = (await calendarOf(tx)).dayOf(`${year}-01-01`).ok;
    if (isAnnounced) return refuse('CALENDAR_ANNOUNCED', { pointer: '/calendar/year', params: { year } });
    return accept({ changes: { base: null, values: [], unchanged: 0, days }, impact: await impactOfYear(tx, region, year, days) });
  }
  const { effectiveFrom, hash } = value;
  const snapshot = JSON.parse(value.document) as PolicySnapshot;
  const changes = await changesOfPolicy(tx, { region, effectiveFrom, hash, snapshot });
  return accept({ changes, impact: await impactOfPolicy(tx, { region, effectiveFrom, snapshot }) });
}
