import type { Role } from '#libs/contracts';
import { statement } from '#libs/platform';

/** Rights of a natural person under all their accounts, in force or still to come, delegated ones included. */
export const rightsOfPerson = statement(
  'identity.rights-of-person',
  `select g.role, g.office_name as "officeName", a.login_name as login from identity.published_grant g
   join identity.published_account a on a.id = g.account_id
   where g.person_id = $1 and coalesce(g.valid_to, 'infinity') > platform.now() order by g.office_name, g.role`,
);

export interface PersonRight {
  readonly role: Role;
  readonly officeName: string;
  readonly login: string;
}

/** Who holds one of some roles in an office now. */
export const signersOf = statement(
  'identity.signers-of',
  `select distinct person_id as "personId", role from identity.published_grant where office_id = $1 and role = any ($2::text[]) and is_in_force`,
);

export const openInterests = statement(
  'identity.open-interests',
  `select i.institution_id as "institutionId", o.name as "institutionName" from identity.published_interest i
   join identity.published_office o on o.id = i.institution_id where i.person_id = $1 and i.is_in_force order by o.name`,
);

/** Delegations in offices of a region, those in force or to come. $1 region scope, $2 id of the last one shown, $3 limit. */
export const delegationsOfRegion = statement(
  'identity.delegations-of-region',
  `select d.id, d.from_account_id as "fromAccountId", d.to_account_id as "toAccountId", d.office_id as "officeId", d.roles, d.valid_from as "validFrom",
     d.valid_to as "validTo", d.valid_from <= platform.now() and d.valid_to > platform.now() as "isInForce"
   from identity.delegation d join identity.office o on o.id = d.office_id
   where starts_with(o.region, $1) and d.valid_to > platform.now() and ($2::uuid is null or d.id < $2) order by d.id desc limit $3`,
);
