import type { Actor, Role } from '#libs/contracts';
import { type Answer, audit, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { type AccountRow, findAccount, findOffice, type OfficeRow } from '../persistence/people.query.ts';
import { insertDelegation, ownRoles } from '../persistence/rights.query.ts';
import { administers } from './administration.ts';
import { refusing, returned } from './constraint.ts';
import { checkPeriod } from './grant-role.use-case.ts';

export interface DelegateRoles {
  /** Who is absent; the actor when not given. Administrators may delegate for somebody who fell ill. */
  readonly fromAccountId?: string;
  /** Where; the actor's office when not given. */
  readonly officeId?: string;
  readonly toAccountId: string;
  readonly roles: readonly Role[];
  readonly fromOn?: string;
  /** Last day: an absence ends. */
  readonly untilOn: string;
}

export interface MadeDelegation {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string;
}

/** Lets a colleague of the same office act with roles of somebody absent, as their own person, for some days. */
export async function delegateRoles(tx: Tx, actor: Actor, wanted: DelegateRoles): Promise<Result<Answer<MadeDelegation>>> {
  const from = wanted.fromAccountId ?? actor.accountId;
  const officeId = wanted.officeId ?? actor.officeId;
  const office = await tx.one<OfficeRow>(findOffice, [officeId]);
  const isOwn = from === actor.accountId && officeId === actor.officeId;
  if (!office || !(isOwn || administers(actor, office.region))) return refuse('NOT_FOUND');
  const checked = await checkPeople(tx, from, officeId, wanted);
  if (!checked.ok) return checked;
  const period = await checkPeriod(tx, wanted.fromOn, wanted.untilOn);
  if (!period.ok) return period;

  const values = [from, wanted.toAccountId, officeId, wanted.roles, actor.accountId, wanted.fromOn ?? null, wanted.untilOn];
  const row = returned(
    await refusing('delegation_no_overlap', 'DELEGATION_OVERLAPS', () =>
      tx.one<{ id: string; validFrom: Date; validTo: Date }>(insertDelegation, values),
    ),
  );
  const details = { from, to: wanted.toAccountId, officeId, roles: wanted.roles, untilOn: wanted.untilOn };
  await audit(tx, { actor, act: 'roles-delegated', subject: { kind: 'delegation', id: row.id }, details });
  return accept({ status: 201, body: { id: row.id, validFrom: row.validFrom.toISOString(), validTo: row.validTo.toISOString() } });
}

async function checkPeople(tx: Tx, from: string, officeId: string, { toAccountId, roles }: DelegateRoles): Promise<Result<void>> {
  const held = (await tx.rows<{ role: Role }>(ownRoles, [from, officeId])).map((row) => row.role);
  const missing = roles.find((role) => !held.includes(role));
  if (missing !== undefined) return refuse('DELEGATION_ROLE_NOT_HELD', { params: { role: missing }, pointer: '/roles' });
  const [absent, delegate] = [await tx.one<AccountRow>(findAccount, [from]), await tx.one<AccountRow>(findAccount, [toAccountId])];
  if (!delegate || delegate.isClosed) return refuse('ACCOUNT_UNKNOWN', { pointer: '/toAccountId' });
  if (delegate.personId === absent?.personId) return refuse('DELEGATION_TO_SELF', { pointer: '/toAccountId' });
  const isColleague = (await tx.rows(ownRoles, [toAccountId, officeId])).length > 0;
  return isColleague ? accept(undefined) : refuse('DELEGATION_DELEGATE_OUTSIDE', { pointer: '/toAccountId' });
}
