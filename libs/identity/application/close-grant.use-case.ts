import type { Actor, Role } from '#libs/contracts';
import { type Answer, audit, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { closeGrant as closeStatement, grantWithOffice } from '../persistence/rights.query.ts';
import { administers, mayHandOut } from './administration.ts';
import { returned } from './constraint.ts';

interface OpenGrant {
  readonly id: string;
  readonly accountId: string;
  readonly role: Role;
  readonly region: string;
}

/** Ends a right now. What was done under it stays done. For administrators of the office's region. */
export async function closeGrant(tx: Tx, actor: Actor, grantId: string): Promise<Result<Answer<{ id: string; validTo: string }>>> {
  const grant = await tx.one<OpenGrant>(grantWithOffice, [grantId]);
  if (!grant || !administers(actor, grant.region)) return refuse('NOT_FOUND');
  if (!mayHandOut(actor, grant.role, grant.region)) return refuse('GRANT_ROLE_REFUSED', { params: { role: grant.role } });
  const { validTo } = returned(await tx.one<{ validTo: Date }>(closeStatement, [grantId, actor.accountId]));
  await audit(tx, {
    actor,
    act: 'grant-closed',
    subject: { kind: 'grant', id: grantId },
    details: { accountId: grant.accountId, role: grant.role },
  });
  return accept({ body: { id: grantId, validTo: validTo.toISOString() } });
}
