import { statement } from '#libs/platform';

/** One row per office in which the account holds a right now; one row with a null office when it holds none. */
export const rightsOfAccount = statement(
  'identity.rights-of-account',
  `select a.id as "accountId", a.person_id as "personId", a.display_name as name,
     g.office_id as "officeId", g.office_kind as "officeKind", g.office_name as "officeName", g.region, g.institution_id as "institutionId",
     coalesce(array_agg(distinct g.role) filter (where g.role is not null), '{}') as roles,
     coalesce(array_agg(distinct g.delegated_from) filter (where g.delegated_from is not null), '{}') as "onBehalfOf",
     (select coalesce(array_agg(institution_id), '{}') from identity.published_interest i where i.person_id = a.person_id and i.is_in_force) as conflicts,
     extract(epoch from platform.now() - clock_timestamp())::float8 * 1000 as "clockShiftMs"
   from identity.published_account a
   left join identity.published_grant g on g.account_id = a.id and g.is_in_force
   where a.id = $1 and not a.is_closed
   group by a.id, a.person_id, a.display_name, g.office_id, g.office_kind, g.office_name, g.region, g.institution_id
   order by g.office_name, g.office_id`,
);

export interface RightsRow {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  readonly officeId: string | null;
  readonly officeKind: string | null;
  readonly officeName: string | null;
  readonly region: string | null;
  readonly institutionId: string | null;
  readonly roles: readonly string[];
  readonly onBehalfOf: readonly string[];
  readonly conflicts: readonly string[];
  readonly clockShiftMs: number;
}
