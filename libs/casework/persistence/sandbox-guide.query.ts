import { statement } from '#libs/platform';

/** The task whose turn it is on each case that travels, the nearest day first. $1 how many. */
export const turnsNow = statement(
  'casework.turns-now',
  `select t.id from casework.task t join casework.case_file c on c.id = t.case_id
   where t.closed_at is null and c.status = 'open' and t.kind in ('decide', 'sign', 'correct', 'assess', 'investigate') order by t.due_on, t.id limit $1`,
);

/** Cases on which nobody has to act: they wait for a day. */
export const waitingCases = statement(
  'casework.waiting-cases',
  `select c.id, c.number, c.title, c.kind, s.stage, coalesce((s.look_again_at at time zone 'Asia/Shanghai')::date, s.due_on)::text as "untilOn"
   from casework.case_file c join casework.stage s on s.case_id = c.id and s.outcome is null
   where c.status = 'open' and not exists (select 1 from casework.task t where t.stage_id = s.id and t.closed_at is null and t.kind <> 'alarm')
   order by "untilOn" nulls last, c.id limit $1`,
);

export interface WaitingCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: 'class' | 'claim';
  readonly stage: string;
  readonly untilOn: string | null;
}

export interface Candidate {
  readonly personId: string;
  readonly login: string;
  readonly name: string;
}

/** Accounts that hold one of some roles in an office now. */
export const candidatesOf = statement(
  'casework.guide-candidates',
  `select distinct g.person_id as "personId", a.login_name as login, g.display_name as name from identity.published_grant g
   join identity.published_account a on a.id = g.account_id
   where g.office_id = $1 and g.role = any ($2::text[]) and g.is_in_force and g.delegated_from is null order by a.login_name`,
);

/** Operators of an institution. */
export const operatorsOf = statement(
  'casework.guide-operators',
  `select distinct g.person_id as "personId", a.login_name as login, g.display_name as name from identity.published_grant g
   join identity.published_account a on a.id = g.account_id where g.institution_id = $1 and g.is_in_force order by a.login_name`,
);
