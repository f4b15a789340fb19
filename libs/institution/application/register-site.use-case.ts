import type { Actor } from '#libs/contracts';
import { audit, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { insertSite } from '../persistence/institution.query.ts';

/** Registers a training site of the actor's institution. */
export async function registerSite(
  tx: Tx,
  actor: Actor,
  site: { readonly name: string; readonly address: string },
): Promise<Result<Answer<{ id: string }>>> {
  if (actor.institutionId === undefined) return refuse('FORBIDDEN');
  const row = await tx.one<{ id: string }>(insertSite, [actor.institutionId, site.name, site.address]);
  if (!row) return refuse('SITE_REGISTERED', { pointer: '/name' });
  await audit(tx, { actor, act: 'site-registered', subject: { kind: 'site', id: row.id } });
  return accept({ status: 201, body: { id: row.id } });
}
