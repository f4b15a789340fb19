import { statement } from '#libs/platform';

export const listOffices = statement(
  'identity.list-offices',
  `select id, kind, region, name, parent_id as "parentId", is_closed as "isClosed" from identity.published_office
   where ($1::text is null or starts_with(region, $1)) and ($2::uuid is null or id = $2) and ($3::text is null or kind = $3)
     and ($4::text is null or (region, id) > ($4, $5::uuid))
   order by region, id limit $6`,
);

export interface OfficeRow {
  readonly id: string;
  readonly kind: string;
  readonly region: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly isClosed: boolean;
}

/** Accounts that hold, or ever held, a right in an office of the region. */
export const listAccounts = statement(
  'identity.list-accounts',
  `select a.id as "accountId", a.person_id as "personId", a.login_name as login, a.display_name as "displayName",
     a.closed_at is not null as "isClosed", coalesce(a.locked_until > clock_timestamp(), false) as "isLocked",
     a.totp_cipher is not null as "hasSecondFactor",
     (select coalesce(json_agg(json_build_object('id', g.id, 'officeId', g.office_id, 'officeName', g.office_name, 'role', g.role,
        'validFrom', to_char(g.valid_from at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'validTo', to_char(g.valid_to at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"'),
        'isInForce', g.is_in_force) order by g.valid_from), '[]')
      from identity.published_grant g where g.account_id = a.id and g.delegated_from is null and starts_with(g.region, $1)) as grants
   from identity.account a
   where exists (select 1 from identity.published_grant g where g.account_id = a.id and starts_with(g.region, $1))
     and ($2::text is null or a.login_name > $2)
   order by a.login_name limit $3`,
);

/** Rights of one account that are in force or still to come. */
export const rightsToCome = statement(
  'identity.rights-to-come',
  `select id, office_id as "officeId", role, valid_from as "validFrom", valid_to as "validTo", delegated_from as "delegatedFrom", is_in_force as "isInForce"
   from identity.published_grant where account_id = $1 and coalesce(valid_to, 'infinity') > platform.now() order by office_name, role`,
);

export const findOffice = statement(
  'identity.find-office',
  `select id, kind, region, name, parent_id as "parentId", is_closed as "isClosed" from identity.published_office where id = $1`,
);

export const findAccount = statement(
  'identity.find-account',
  `select id, person_id as "personId", is_closed as "isClosed" from identity.published_account where id = $1`,
);

export interface AccountRow {
  readonly id: string;
  readonly personId: string;
  readonly isClosed: boolean;
}
