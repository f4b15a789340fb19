import type { Actor, Role } from '#libs/contracts';
import { type Answer, audit, clockOf, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { type AccountRow, findAccount, findOffice, type OfficeRow } from '../persistence/people.query.ts';
import { insertGrant } from '../persistence/rights.query.ts';
import { administers, mayHandOut } from './administration.ts';
import { refusing, returned } from './constraint.ts';

export interface GrantRole {
  readonly accountId: string;
  readonly officeId: string;
  readonly role: Role;
  /** First day; now when absent. A right never reaches back. */
  readonly fromOn?: string;
  /** Last day; open-ended when absent. */
  readonly untilOn?: string;
}

export interface GrantedRole {
  readonly id: string;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** Gives an account a role in an office for a time. For administrators of the office's region, and never to their own person. */
export async function grantRole(tx: Tx, actor: Actor, wanted: GrantRole): Promise<Result<Answer<GrantedRole>>> {
  const office = await tx.one<OfficeRow>(findOffice, [wanted.officeId]);
  if (!office || !administers(actor, office.region)) return refuse('NOT_FOUND');
  const account = await tx.one<AccountRow>(findAccount, [wanted.accountId]);
  if (!account) return refuse('ACCOUNT_UNKNOWN', { pointer: '/accountId' });
  if (account.isClosed) return refuse('ACCOUNT_CLOSED', { pointer: '/accountId' });
  if (!mayHandOut(actor, wanted.role, office.region))
    return refuse('GRANT_ROLE_REFUSED', { params: { role: wanted.role }, pointer: '/role' });
  if (account.personId === actor.personId) return refuse('GRANT_TO_SELF');
  const period = await checkPeriod(tx, wanted.fromOn, wanted.untilOn);
  if (!period.ok) return period;

  const { accountId, officeId, role, fromOn, untilOn } = wanted;
  const values = [accountId, officeId, role, actor.accountId, fromOn ?? null, untilOn ?? null];
  const row = returned(
    await refusing('grant_of_role_no_overlap', 'GRANT_OVERLAPS', () =>
      tx.one<{ id: string; validFrom: Date; validTo: Date | null }>(insertGrant, values),
    ),
  );
  await audit(tx, {
    actor,
    act: 'role-granted',
    subject: { kind: 'grant', id: row.id },
    details: { accountId, officeId, role, fromOn, untilOn },
  });
  return accept({ status: 201, body: { id: row.id, validFrom: row.validFrom.toISOString(), validTo: row.validTo?.toISOString() ?? null } });
}

/** A period of days must not end before it begins, nor before today. */
export async function checkPeriod(
  tx: Tx,
  fromOn: string | undefined,
  untilOn: string | undefined,
): Promise<Result<void, 'PERIOD_INVALID'>> {
  if (untilOn === undefined) return accept(undefined);
  const { today } = await clockOf(tx);
  return untilOn < today || untilOn < (fromOn ?? today) ? refuse('PERIOD_INVALID', { pointer: '/untilOn' }) : accept(undefined);
}
