import type { Actor } from '#libs/contracts';
import { freshSecondFactor, regionScope, seesRegion } from '#libs/identity';
import { audit, clockOf, decodeIdCursor, pageOf, type Answer, type Page, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { decideRelease as write, releaseById, releaseForUpdate, releasePage, type ReleaseRow } from '../persistence/release.query.ts';

/**
 * Puts a proposal in force, or refuses it: another natural person of the region, freshly signed in with a second factor, which the row and the audit keep.
 * The database compares the persons, the days and the sign-in once more, and only its own trigger writes what is in force.
 */
export async function decideRelease(
  tx: Tx,
  actor: Actor,
  of: { readonly id: string; readonly version: number; readonly state: 'released' | 'refused' },
): Promise<Result<Answer<ReleaseRow>>> {
  const found = await tx.one<ReleaseRow>(releaseForUpdate, [of.id]);
  if (!found || found.region !== actor.region) return refuse('NOT_FOUND');
  const { now } = await clockOf(tx);
  const fresh = freshSecondFactor(actor, now);
  if (!fresh.ok) return fresh;
  if (found.version !== of.version) return refuse('VERSION_STALE', { params: { current: found.version } });
  if (of.state === 'released' && found.proposedBy === actor.personId) return refuse('RELEASE_SAME_PERSON');
  const { authenticatedAt, secondFactor } = actor;
  const row = await tx.one<ReleaseRow>(write, [of.id, of.state, actor.personId, authenticatedAt, secondFactor]);
  if (!row) throw new Error('the release was not decided');
  const { id, kind, packId, hash, year } = row;
  const details = { kind, packId, hash, year, authenticatedAt: authenticatedAt.toISOString(), secondFactor };
  await audit(tx, { actor, act: `release-${of.state}`, subject: { kind: 'release', id }, details });
  return accept({ body: row, version: row.version });
}

/** A proposal of the actor's region; of another it is not there (404). */
export async function visibleRelease(tx: Tx, actor: Actor, id: string): Promise<Result<ReleaseRow, 'NOT_FOUND'>> {
  const row = await tx.one<ReleaseRow>(releaseById, [id]);
  return row && seesRegion(actor, row.region) ? accept(row) : refuse('NOT_FOUND');
}

export async function listReleases(
  tx: Tx,
  actor: Actor,
  page: { readonly cursor?: string; readonly limit: number },
): Promise<Result<Page<ReleaseRow>>> {
  const key = decodeIdCursor(page.cursor);
  if (!key.ok) return key;
  const rows = await tx.rows<ReleaseRow>(releasePage, [page.limit + 1, key.value, regionScope(actor.region)]);
  return accept(
    pageOf(
      rows,
      page.limit,
      ({ id }) => [id],
      (row) => row,
    ),
  );
}
