import { statement } from '#libs/platform';

export const markViewed = statement(
  'casework.mark-viewed',
  `insert into casework.viewing (case_id, person_id, file_sha256) values ($1, $2, decode($3, 'hex')) on conflict do nothing`,
);

export const unmarkViewed = statement(
  'casework.unmark-viewed',
  `delete from casework.viewing where case_id = $1 and person_id = $2 and file_sha256 = decode($3, 'hex')`,
);

export interface SavedFilterRow {
  readonly id: string;
  readonly name: string;
  readonly query: string;
  readonly isShared: boolean;
  readonly isMine: boolean;
}

/** One's own, and what colleagues of the office share. */
export const savedFilters = statement(
  'casework.saved-filters',
  `select id, name, query, is_shared as "isShared", account_id = $1 as "isMine" from casework.saved_filter
   where office_id = $2 and (account_id = $1 or is_shared) order by account_id <> $1, name limit 100`,
);

export const saveFilter = statement(
  'casework.save-filter',
  `insert into casework.saved_filter (account_id, office_id, name, query, is_shared) values ($1, $2, $3, $4, $5)
   on conflict (account_id, office_id, name) do update set query = excluded.query, is_shared = excluded.is_shared
   returning id, name, query, is_shared as "isShared", true as "isMine"`,
);

export const dropFilter = statement(
  'casework.drop-filter',
  `delete from casework.saved_filter where id = $1 and account_id = $2 returning id`,
);

export interface ColleagueRow {
  readonly accountId: string;
  readonly personId: string;
  readonly name: string;
  /** Open tasks they have taken. */
  readonly load: number;
}

/** Who of the office holds one of the roles now, with what they have in hand. */
export const colleagues = statement(
  'casework.colleagues',
  `select g.account_id as "accountId", g.person_id as "personId", max(g.display_name) as name,
     (select count(*)::int from casework.task t where t.closed_at is null and t.assignee_account = g.account_id) as load
   from identity.published_grant g where g.office_id = $1 and g.role = any ($2::text[]) and g.is_in_force and g.account_id <> $3
   group by g.account_id, g.person_id order by load, name limit 100`,
);

/** Everybody else who holds a role in the office now. */
export const officePeople = statement(
  'casework.office-people',
  `select g.account_id as "accountId", max(g.display_name) as name, array_agg(distinct g.role order by g.role) as roles
   from identity.published_grant g where g.office_id = $1 and g.is_in_force and g.delegated_from is null and g.account_id <> $2 and g.person_id <> $3
   group by g.account_id order by name limit 200`,
);

export interface OfficePersonRow {
  readonly accountId: string;
  readonly name: string;
  readonly roles: readonly string[];
}
