import { statement } from '#libs/platform';

// A period is given as days in Asia/Shanghai, both included; it is kept as instants so that closing takes effect at once.
const period = (from: string, until: string): string =>
  `coalesce(${from}::date::timestamp at time zone 'Asia/Shanghai', platform.now()), (${until}::date + 1)::timestamp at time zone 'Asia/Shanghai'`;

export const insertGrant = statement(
  'identity.insert-grant',
  `insert into identity.grant_of_role (account_id, office_id, role, granted_by, valid_from, valid_to)
   values ($1, $2, $3, $4, ${period('$5', '$6')}) returning id, valid_from as "validFrom", valid_to as "validTo"`,
);

export const grantWithOffice = statement(
  'identity.grant-with-office',
  `select g.id, g.account_id as "accountId", g.role, a.person_id as "personId", o.region
   from identity.grant_of_role g join identity.office o on o.id = g.office_id join identity.account a on a.id = g.account_id
   where g.id = $1 for update of g`,
);

export const closeGrant = statement(
  'identity.close-grant',
  `update identity.grant_of_role set valid_to = least(coalesce(valid_to, 'infinity'), greatest(platform.now(), valid_from)), closed_by = $2 where id = $1
   returning valid_to as "validTo"`,
);

export const insertDelegation = statement(
  'identity.insert-delegation',
  `insert into identity.delegation (from_account_id, to_account_id, office_id, roles, made_by, valid_from, valid_to)
   values ($1, $2, $3, $4, $5, ${period('$6', '$7')}) returning id, valid_from as "validFrom", valid_to as "validTo"`,
);

/** Roles an account holds of its own (not delegated) in an office now. */
export const ownRoles = statement(
  'identity.own-roles',
  `select role from identity.published_grant where account_id = $1 and office_id = $2 and is_in_force and delegated_from is null`,
);

export const delegationWithOffice = statement(
  'identity.delegation-with-office',
  `select d.id, d.from_account_id as "fromAccountId", o.region from identity.delegation d join identity.office o on o.id = d.office_id
   where d.id = $1 for update of d`,
);

export const endDelegation = statement(
  'identity.end-delegation',
  `update identity.delegation set valid_to = least(valid_to, greatest(platform.now(), valid_from)), closed_by = $2 where id = $1
   returning valid_to as "validTo"`,
);

export const listDelegations = statement(
  'identity.list-delegations',
  `select id, from_account_id as "fromAccountId", to_account_id as "toAccountId", office_id as "officeId", roles, valid_from as "validFrom",
     valid_to as "validTo", valid_from <= platform.now() and valid_to > platform.now() as "isInForce"
   from identity.delegation where (from_account_id = $1 or to_account_id = $1) and ($2::uuid is null or id < $2) order by id desc limit $3`,
);

export const insertInterest = statement(
  'identity.insert-interest',
  `insert into identity.declared_interest (person_id, institution_id, relation, declared_by) values ($1, $2, $3, $4)
   returning id, declared_at as "declaredAt"`,
);

export const interestWithOffice = statement(
  'identity.interest-with-office',
  `select i.id, i.person_id as "personId", o.region from identity.declared_interest i join identity.office o on o.id = i.institution_id
   where i.id = $1 for update of i`,
);

export const endInterest = statement(
  'identity.end-interest',
  `update identity.declared_interest set ended_by = $2 where id = $1 returning ended_at as "endedAt"`,
);

export const listInterests = statement(
  'identity.list-interests',
  `select i.id, i.person_id as "personId", i.institution_id as "institutionId", o.name as "institutionName", i.relation,
     i.declared_at as "declaredAt", i.ended_at as "endedAt"
   from identity.declared_interest i join identity.office o on o.id = i.institution_id
   where (i.person_id = $1 or ($2::text is not null and starts_with(o.region, $2))) and ($3::uuid is null or i.id < $3) order by i.id desc limit $4`,
);
