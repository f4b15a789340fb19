import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { readCalendars } from '../pack/read-calendars.ts';
import { proposeCalendar, proposePolicy, type ReleaseRow } from '../persistence/release.query.ts';
import { documentOf } from '../persistence/rulebook.query.ts';
import { overlay, type OverlayValue } from './overlay.ts';
import { faultsOf, inFolder, readProposedPack, type PackFiles } from './proposed-pack.ts';
import { policyNamed } from './snapshots.ts';

export interface NewRelease {
  /** A whole pack, by its files. */
  readonly files?: PackFiles | undefined;
  /** Values of a policy that the county sets itself. */
  readonly overlay?:
    | {
        readonly policy: string;
        readonly effectiveFrom: string;
        readonly effectiveTo?: string | undefined;
        readonly values: readonly OverlayValue[];
      }
    | undefined;
  /** A year of working days, in the form of `policies/calendars`. */
  readonly calendar?:
    { readonly year: number; readonly source: string; readonly holidays: object; readonly makeUpDays: readonly string[] } | undefined;
  readonly reason: string;
}

async function written(tx: Tx, actor: Actor, row: ReleaseRow | undefined): Promise<Result<Answer<ReleaseRow>>> {
  if (!row) throw new Error('the release was not written');
  const { id, kind, packId, hash, year } = row;
  await audit(tx, { actor, act: 'release-proposed', subject: { kind: 'release', id }, details: { kind, packId, hash, year } });
  return accept({ status: 201, body: row, version: row.version });
}

/** A pack of the administrator's own region, as it reads from its first day on. */
async function proposeFiles(tx: Tx, actor: Actor, files: PackFiles, reason: string): Promise<Result<Answer<ReleaseRow>>> {
  const proposed = readProposedPack(files);
  if (!proposed.ok) return proposed;
  const { pack, periods } = proposed.value;
  const { id, region } = pack.head;
  if (region !== actor.region) return refuse('RELEASE_REGION', { pointer: '/files/pack.yaml', params: { region, own: actor.region } });
  const [first] = periods;
  if (!first || periods.length > 1) return refuse('RELEASE_PERIODS', { pointer: '/files/pack.yaml', params: { periods: periods.length } });
  const values = [region, id, first.hash, first.document, pack.document, first.period.from, first.period.to, reason, actor.personId];
  return written(tx, actor, await tx.one<ReleaseRow>(proposePolicy, values));
}

async function proposeOverlay(
  tx: Tx,
  actor: Actor,
  of: NonNullable<NewRelease['overlay']>,
  reason: string,
): Promise<Result<Answer<ReleaseRow>>> {
  const { hash, snapshot } = await policyNamed(tx, of.policy);
  const own = actor.region.replace(/(00)+$/, '');
  if (!own.startsWith(snapshot.pack.region.replace(/(00)+$/, '')))
    return refuse('RELEASE_REGION', { pointer: '/overlay/policy', params: { region: snapshot.pack.region, own: actor.region } });
  const { effectiveFrom, effectiveTo = null, values } = of;
  const made = overlay(snapshot, { region: actor.region, effectiveFrom, effectiveTo, values });
  if (!made.ok) return made;
  const source = await tx.one<{ text: string }>(documentOf, [hash]);
  const { packId, document, hash: newHash } = made.value;
  const row = [actor.region, packId, newHash, document, source?.text ?? null, effectiveFrom, effectiveTo, reason, actor.personId];
  return written(tx, actor, await tx.one<ReleaseRow>(proposePolicy, row));
}

/** A year as the State Council announced it; what is announced already never changes. */
async function proposeYear(
  tx: Tx,
  actor: Actor,
  of: NonNullable<NewRelease['calendar']>,
  reason: string,
): Promise<Result<Answer<ReleaseRow>>> {
  try {
    const days = inFolder({}, (folder) => {
      mkdirSync(path.join(folder, 'calendars'));
      writeFileSync(path.join(folder, 'calendars', `${of.year}.yaml`), JSON.stringify(of));
      return readCalendars(folder);
    });
    const values = [actor.region, of.year, JSON.stringify(days), reason, actor.personId];
    return await written(tx, actor, await tx.one<ReleaseRow>(proposeCalendar, values));
  } catch (error) {
    return refuse('PACK_INVALID', { errors: faultsOf(error) });
  }
}

/** Proposes a policy or a year of working days; it holds nowhere before another person releases it. */
export async function proposeRelease(tx: Tx, actor: Actor, release: NewRelease): Promise<Result<Answer<ReleaseRow>>> {
  const { files, calendar, reason } = release;
  const given = [files, release.overlay, calendar].filter((part) => part !== undefined).length;
  if (given !== 1) return refuse('RELEASE_FORM', { pointer: '' });
  if (files !== undefined) return proposeFiles(tx, actor, files, reason);
  if (release.overlay !== undefined) return proposeOverlay(tx, actor, release.overlay, reason);
  return calendar === undefined ? refuse('RELEASE_FORM', { pointer: '' }) : proposeYear(tx, actor, calendar, reason);
}
