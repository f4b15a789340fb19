import { statement, TODAY } from '#libs/platform';

/** Everything due by the next working day is reminded of once a due day, in one statement. */
export const remindDue = statement(
  'casework.remind-due',
  `with until as (select coalesce((select min(day) from rulebook.published_calendar_day where is_working and day > ${TODAY}), ${TODAY}) as day)
   insert into casework.reminder (task_id, kind, due_on)
   select t.id, 'reminder', t.due_on from casework.task t, until where t.closed_at is null and t.kind <> 'alarm' and t.due_on <= until.day
   on conflict do nothing returning task_id`,
);

/** Everything past its day is shown to the leader as well, once; nothing is decided by it (design rule 3). */
export const escalateOverdue = statement(
  'casework.escalate-overdue',
  `with late as (
     update casework.task set is_escalated = true
     where closed_at is null and kind <> 'alarm' and not is_escalated and due_on < ${TODAY} returning id, due_on)
   insert into casework.reminder (task_id, kind, due_on) select id, 'escalation', due_on from late on conflict do nothing returning task_id`,
);

/**
 * Work whose office has too few people left who may do it: grants run out, people declare an interest or have signed before. Contributors and,
 * for signatures, those who signed already are not counted (AMB-06). One alarm a stage, closed once enough people are there for the work that is open.
 */
export const alarmUnstaffed = statement(
  'casework.alarm-unstaffed',
  `with work as (
     select t.stage_id, t.case_id, t.stage, c.office_id, c.region, c.institution_id,
       (select count(distinct g.person_id) from identity.published_grant g
         where g.office_id = t.office_id and g.is_in_force
           and g.role = any (case when t.kind = 'sign' then array['caseworker', 'reviewer', 'leader'] else array[t.role] end)
           and not exists (select 1 from identity.published_interest i
             where i.person_id = g.person_id and i.institution_id = c.institution_id and i.is_in_force)
           and not exists (select 1 from casework.contributor k where k.person_id = g.person_id and k.case_id in (c.id, c.class_id))
           and not exists (select 1 from casework.signature x where x.claim_id = t.case_id and x.person_id = g.person_id
             and (t.kind = 'sign' and x.version = s.package_version or t.stage = 'finance-review' and x.kind = 'handler')))
         < case when t.kind <> 'sign' then 1 else greatest(1, coalesce(s.signers, 2) - (select count(distinct x.person_id) from casework.signature x
             where x.claim_id = t.case_id and x.version = s.package_version and x.kind = 'handler')) end as is_short
     from casework.task t join casework.stage s on s.id = t.stage_id join casework.case_file c on c.id = t.case_id
     where t.closed_at is null and t.kind in ('decide', 'sign', 'assess')
   ), mended as (
     update casework.task a set closed_because = 'facts-complete' from work w
     where a.stage_id = w.stage_id and not w.is_short and a.closed_at is null and a.kind = 'alarm' and a.reason = 'nobody-may-act')
   insert into casework.task (case_id, stage_id, stage, kind, role, office_id, office_kind, region, institution_id, reason, due_on)
   select case_id, stage_id, stage, 'alarm', 'county-administrator', office_id, 'hr', region, institution_id, 'nobody-may-act', platform.today()
   from work w
   where is_short and not exists (select 1 from casework.task a where a.stage_id = w.stage_id and a.kind = 'alarm' and a.reason = 'nobody-may-act'
     and a.closed_because is distinct from 'facts-complete')
   returning case_id`,
);
