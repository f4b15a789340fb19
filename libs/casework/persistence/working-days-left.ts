import { TODAY } from '#libs/platform';

/** How many working days a task `t` has left; negative once its day has passed. */
export const WORKING_DAYS_LEFT = `case when t.due_on < ${TODAY} then -1 else 1 end * (select count(*)::int from rulebook.published_calendar_day d
    where d.is_working and d.day > least(t.due_on, ${TODAY}) and d.day <= greatest(t.due_on, ${TODAY}))`;
