import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { readCalendars, type AnnouncedDay } from '../pack/read-calendars.ts';
import { documentOf } from '../persistence/rulebook.query.ts';
import { overlay, type OverlayMaterial, type OverlayValue } from './overlay.ts';
import { faultsOf, inFolder, readProposedPack, type PackFiles } from './proposed-pack.ts';
import { policyNamed } from './snapshots.ts';

export interface NewRelease {
  /** A whole pack, by its files. */
  readonly files?: PackFiles | undefined;
  /** Values of a policy that the county sets itself, and papers it asks for beyond it. */
  readonly overlay?:
    | {
        readonly policy: string;
        readonly effectiveFrom: string;
        readonly effectiveTo?: string | undefined;
        readonly values?: readonly OverlayValue[] | undefined;
        readonly materials?: readonly OverlayMaterial[] | undefined;
      }
    | undefined;
  /** A year of working days, in the form of `policies/calendars`. */
  readonly calendar?:
    { readonly year: number; readonly source: string; readonly holidays: object; readonly makeUpDays: readonly string[] } | undefined;
  readonly reason: string;
}

/** A policy as it would be put in force: its canonical document, and the text it was read from. */
export interface PreparedPolicy {
  readonly kind: 'policy';
  readonly packId: string;
  readonly hash: string;
  readonly document: string;
  readonly sourceText: string | null;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
}

export interface PreparedYear {
  readonly kind: 'calendar';
  readonly year: number;
  readonly days: readonly AnnouncedDay[];
}

export type PreparedRelease = PreparedPolicy | PreparedYear;

/** A pack of the administrator's own region, as it reads from its first day on. */
function prepareFiles(actor: Actor, files: PackFiles): Result<PreparedPolicy> {
  const proposed = readProposedPack(files);
  if (!proposed.ok) return proposed;
  const { pack, periods } = proposed.value;
  const { id, region } = pack.head;
  if (region !== actor.region) return refuse('RELEASE_REGION', { pointer: '/files/pack.yaml', params: { region, own: actor.region } });
  const [first] = periods;
  if (!first || periods.length > 1) return refuse('RELEASE_PERIODS', { pointer: '/files/pack.yaml', params: { periods: periods.length } });
  const { hash, document, period } = first;
  const { from: effectiveFrom, to: effectiveTo } = period;
  return accept({ kind: 'policy', packId: id, hash, document, sourceText: pack.document, effectiveFrom, effectiveTo });
}

async function prepareOverlay(tx: Tx, actor: Actor, of: NonNullable<NewRelease['overlay']>): Promise<Result<PreparedPolicy>> {
  const { hash, snapshot } = await policyNamed(tx, of.policy);
  const own = actor.region.replace(/(00)+$/, '');
  if (!own.startsWith(snapshot.pack.region.replace(/(00)+$/, '')))
    return refuse('RELEASE_REGION', { pointer: '/overlay/policy', params: { region: snapshot.pack.region, own: actor.region } });
  const { effectiveFrom, effectiveTo = null, values = [], materials = [] } = of;
  if (values.length + materials.length === 0) return refuse('OVERLAY_EMPTY', { pointer: '/overlay' });
  const made = overlay(snapshot, { region: actor.region, effectiveFrom, effectiveTo, values, materials });
  if (!made.ok) return made;
  const source = await tx.one<{ text: string }>(documentOf, [hash]);
  return accept({ kind: 'policy', ...made.value, sourceText: source?.text ?? null, effectiveFrom, effectiveTo });
}

/** A year as the State Council announced it; what is announced already never changes. */
function prepareYear(of: NonNullable<NewRelease['calendar']>): Result<PreparedYear> {
  try {
    const days = inFolder({}, (folder) => {
      mkdirSync(path.join(folder, 'calendars'));
      writeFileSync(path.join(folder, 'calendars', `${of.year}.yaml`), JSON.stringify(of));
      return readCalendars(folder);
    });
    return accept({ kind: 'calendar', year: of.year, days });
  } catch (error) {
    return refuse('PACK_INVALID', { errors: faultsOf(error) });
  }
}

/** Reads what somebody wants to put in force and checks it whole; nothing is written. */
export async function prepareRelease(tx: Tx, actor: Actor, release: NewRelease): Promise<Result<PreparedRelease>> {
  const { files, calendar } = release;
  const given = [files, release.overlay, calendar].filter((part) => part !== undefined).length;
  if (given !== 1) return refuse('RELEASE_FORM', { pointer: '' });
  if (files !== undefined) return prepareFiles(actor, files);
  if (release.overlay !== undefined) return prepareOverlay(tx, actor, release.overlay);
  return calendar === undefined ? refuse('RELEASE_FORM', { pointer: '' }) : prepareYear(calendar);
}
