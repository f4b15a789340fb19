import type { Road } from '#libs/contracts';
import { statement, TODAY } from '#libs/platform';

/** Roads of a region that have not ended, the oldest first. $1 region scope, $2 how many. */
export const roadsOfRegion = statement(
  'casework.roads-of-region',
  `select r.road, r.subject_id as "subjectId", r.started_at as "startedAt", c.id as "caseId", c.number, c.title
   from platform.road r
   left join casework.objection o on r.road = 'objection' and o.id = r.subject_id
   join casework.case_file c on c.id = coalesce(o.claim_id, r.subject_id)
   where r.ended_at is null and c.region like $1 || '%' order by r.started_at limit $2`,
);

export interface RoadRow {
  readonly road: Road;
  readonly subjectId: string;
  readonly startedAt: Date;
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
}

/** Messages to Temporal that did not arrive at the first try, of cases of a region. $1 region scope. */
export const lateMessages = statement(
  'casework.late-messages',
  `select x.road, x.subject_id as "subjectId", c.number, c.title, count(*)::int as waiting, min(x.created_at) as since, max(x.attempts)::int as attempts,
     (array_agg(x.last_error order by x.seq))[1] as "lastError"
   from platform.outbox x
   left join casework.objection o on x.road = 'objection' and o.id = x.subject_id
   join casework.case_file c on c.id = coalesce(o.claim_id, x.subject_id)
   where x.delivered_at is null and (x.attempts > 0 or x.created_at < clock_timestamp() - interval '1 minute') and c.region like $1 || '%'
   group by x.road, x.subject_id, c.number, c.title order by since limit 200`,
);

export interface LateMessage {
  readonly road: Road;
  readonly subjectId: string;
  readonly number: string;
  readonly title: string;
  readonly waiting: number;
  readonly since: Date;
  readonly attempts: number;
  readonly lastError: string | null;
}

/** Open work of a region past its day, the longest late first. $1 region scope. */
export const lateWork = statement(
  'casework.late-work',
  `select t.id as "taskId", c.number, c.title, t.stage, t.kind, t.role, o.name as "officeName", t.office_id as "officeId", t.due_on as "dueOn",
     a.display_name as assignee
   from casework.task t join casework.case_file c on c.id = t.case_id
   left join identity.published_office o on o.id = t.office_id
   left join identity.published_account a on a.id = t.assignee_account
   where t.closed_at is null and t.kind <> 'alarm' and t.due_on < ${TODAY} and c.region like $1 || '%' order by t.due_on, t.id limit 200`,
);

export interface LateWork {
  readonly taskId: string;
  readonly number: string;
  readonly title: string;
  readonly stage: string;
  readonly kind: string;
  readonly role: string | null;
  readonly officeName: string | null;
  readonly officeId: string | null;
  readonly dueOn: string;
  readonly assignee: string | null;
}

/** Cases of a region with an open alarm. $1 region scope. */
export const alarmedCases = statement(
  'casework.alarmed-cases',
  `select distinct on (number, reason) case_id as "caseId", number, title, reason, opened_at as "openedAt" from casework.published_held_case
   where region like $1 || '%' order by number, reason, opened_at limit 200`,
);

export interface AlarmedCase {
  readonly caseId: string;
  readonly number: string;
  readonly title: string;
  readonly reason: string;
  readonly openedAt: Date;
}

/** One road of a region with its end. $1 road, $2 subject, $3 region scope. */
export const roadForRepair = statement(
  'casework.road-for-repair',
  `select r.ended_at as "endedAt", c.id as "caseId" from platform.road r
   left join casework.objection o on r.road = 'objection' and o.id = r.subject_id
   join casework.case_file c on c.id = coalesce(o.claim_id, r.subject_id)
   where r.road = $1 and r.subject_id = $2 and c.region like $3 || '%'`,
);
