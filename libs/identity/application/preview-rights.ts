import type { Actor, Role } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { conflictsOf, type RoleConflict } from '../domain/separation.ts';
import { type AccountRow, findAccount, findOffice, type OfficeRow } from '../persistence/people.query.ts';
import { openInterests, rightsOfPerson, signersOf, type PersonRight } from '../persistence/rights-preview.query.ts';
import { administers } from './administration.ts';

/** A change of rights somebody thinks of. */
export interface WantedRights {
  readonly change: 'grant' | 'close';
  readonly accountId: string;
  readonly officeId: string;
  readonly roles: readonly Role[];
}

export interface RightsPreview {
  /** With the right of the same natural person that it meets, under whichever account. */
  readonly conflicts: readonly (RoleConflict & { readonly officeName: string; readonly login: string })[];
  /** Institutions whose cases this person neither sees nor decides. */
  readonly interests: readonly { readonly institutionId: string; readonly institutionName: string }[];
  /** Natural persons of the office who may sign, before and after; a claim needs at least two (PRC-40). */
  readonly signersBefore: number;
  readonly signersAfter: number;
}

const SIGNERS = ['caseworker', 'reviewer', 'leader'];

function signersAfter(
  { change, roles }: WantedRights,
  personId: string,
  now: readonly { readonly personId: string; readonly role: string }[],
): number {
  const kept = change === 'close' ? now.filter((one) => one.personId !== personId || !roles.some((role) => role === one.role)) : now;
  const added = change === 'grant' && roles.some((role) => SIGNERS.includes(role)) ? [personId] : [];
  return new Set([...kept.map((one) => one.personId), ...added]).size;
}

/** What a grant, its end or a delegation would mean, before it is saved: roles that must be kept apart, interests, who is left to sign. */
export async function previewRights(tx: Tx, actor: Actor, wanted: WantedRights): Promise<Result<RightsPreview>> {
  const office = await tx.one<OfficeRow>(findOffice, [wanted.officeId]);
  if (!office || !(administers(actor, office.region) || office.id === actor.officeId)) return refuse('NOT_FOUND');
  const account = await tx.one<AccountRow>(findAccount, [wanted.accountId]);
  if (!account) return refuse('ACCOUNT_UNKNOWN', { pointer: '/accountId' });
  const held = await tx.rows<PersonRight>(rightsOfPerson, [account.personId]);
  const now = await tx.rows<{ personId: string; role: string }>(signersOf, [office.id, SIGNERS]);
  const conflicts =
    wanted.change === 'close'
      ? []
      : conflictsOf(
          wanted.roles,
          held.map(({ role }) => role),
        );
  return accept({
    conflicts: conflicts.map((one) => {
      const met = held.find(({ role }) => role === one.with);
      return { ...one, officeName: met?.officeName ?? office.name, login: met?.login ?? '' };
    }),
    interests: await tx.rows(openInterests, [account.personId]),
    signersBefore: new Set(now.map(({ personId }) => personId)).size,
    signersAfter: signersAfter(wanted, account.personId, now),
  });
}
