import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, type Result } from '#libs/policy';
import { proposeCalendar, proposePolicy, type ReleaseRow } from '../persistence/release.query.ts';
import { prepareRelease, type NewRelease, type PreparedRelease } from './prepare-release.ts';

function write(tx: Tx, { region, personId }: Actor, prepared: PreparedRelease, reason: string): Promise<ReleaseRow | undefined> {
  if (prepared.kind === 'calendar') {
    const { year, days } = prepared;
    return tx.one<ReleaseRow>(proposeCalendar, [region, year, JSON.stringify(days), reason, personId]);
  }
  const { packId, hash, document, sourceText, effectiveFrom, effectiveTo } = prepared;
  return tx.one<ReleaseRow>(proposePolicy, [region, packId, hash, document, sourceText, effectiveFrom, effectiveTo, reason, personId]);
}

/** Proposes a policy or a year of working days; it holds nowhere before another person releases it. */
export async function proposeRelease(tx: Tx, actor: Actor, release: NewRelease): Promise<Result<Answer<ReleaseRow>>> {
  const prepared = await prepareRelease(tx, actor, release);
  if (!prepared.ok) return prepared;
  const row = await write(tx, actor, prepared.value, release.reason);
  if (!row) throw new Error('the release was not written');
  const { id, kind, packId, hash, year } = row;
  await audit(tx, { actor, act: 'release-proposed', subject: { kind: 'release', id }, details: { kind, packId, hash, year } });
  return accept({ status: 201, body: row, version: row.version });
}
