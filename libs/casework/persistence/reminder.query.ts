import { statement } from '#libs/platform';

/** Everything due by the next working day is reminded of once a due day, in one statement. */
export const remindDue = statement(
  'casework.remind-due',
  `with until as (select coalesce((select min(day) from rulebook.published_calendar_day where is_working and day > platform.today()), platform.today()) as day)
   insert into casework.reminder (task_id, kind, due_on)
   select t.id, 'reminder', t.due_on from casework.task t, until where t.closed_at is null and t.kind <> 'alarm' and t.due_on <= until.day
   on conflict do nothing returning task_id`,
);

/** Everything past its day is shown to the leader as well, once; nothing is decided by it (design rule 3). */
export const escalateOverdue = statement(
  'casework.escalate-overdue',
  `with late as (
     update casework.task set is_escalated = true
     where closed_at is null and kind <> 'alarm' and not is_escalated and due_on < platform.today() returning id, due_on)
   insert into casework.reminder (task_id, kind, due_on) select id, 'escalation', due_on from late on conflict do nothing returning task_id`,
);
