import { statement } from '#libs/platform';

/** The task whose turn it is on each case that travels, the nearest day first. $1 how many. */
export const turnsNow = statement(
  'casework.turns-now',
  `select t.id from casework.task t join casework.case_file c on c.id = t.case_id
   where t.closed_at is null and c.status = 'open' and t.kind in ('decide', 'sign', 'correct', 'assess', 'investigate') order by t.due_on, t.id limit $1`,
);

/** Cases without an open task: they wait for a day, for the institution, or for the money to be sent. */
export const waitingCases = statement(
  'casework.waiting-cases',
  `select c.id, c.number, c.title, c.kind, c.region, c.institution_id as "institutionId", s.stage, coalesce((s.look_again_at at time zone 'Asia/Shanghai')::date, s.due_on)::text as "untilOn"
   from casework.case_file c join casework.stage s on s.case_id = c.id and s.outcome is null
   where c.status = 'open' and not exists (select 1 from casework.task t where t.stage_id = s.id and t.closed_at is null and t.kind <> 'alarm')
   order by "untilOn" nulls last, c.id limit $1`,
);

/** Classes whose road has ended well and for which nothing was claimed yet. */
export const unclaimedClasses = statement(
  'casework.unclaimed-classes',
  `select c.id, c.number, c.title, c.kind, c.region, c.institution_id as "institutionId", 'end' as stage, null as "untilOn"
   from casework.case_file c
   where c.kind = 'class' and c.status = 'closed'
     and exists (select 1 from casework.stage s where s.case_id = c.id and s.stage = 'assessment' and s.outcome = 'assessed')
     and not exists (select 1 from finance.published_claim_class k where k.class_id = c.id)
   order by c.id limit $1`,
);

export interface WaitingCase {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly kind: 'class' | 'claim';
  readonly region: string;
  readonly institutionId: string;
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

/** Who sends money in a region. */
export const disbursersOf = statement(
  'casework.guide-disbursers',
  `select distinct g.person_id as "personId", a.login_name as login, g.display_name as name from identity.published_grant g
   join identity.published_account a on a.id = g.account_id
   where g.region = $1 and g.role = 'finance-disburser' and g.is_in_force and g.delegated_from is null order by a.login_name`,
);

/** Operators of an institution. */
export const operatorsOf = statement(
  'casework.guide-operators',
  `select distinct g.person_id as "personId", a.login_name as login, g.display_name as name from identity.published_grant g
   join identity.published_account a on a.id = g.account_id where g.institution_id = $1 and g.is_in_force order by a.login_name`,
);
