import { statement } from '#libs/platform';

/** The open task of whoever's turn it is in a stage. */
export const taskOf = statement(
  'casework.task-of-stage',
  `select id, kind, step from casework.task where stage_id = $1 and closed_at is null and kind in ('decide', 'sign', 'correct', 'assess')`,
);

/** Which case a task is on: the lock is taken on the case before anything else is read. */
export const caseOfTask = statement('casework.case-of-task', `select case_id as "caseId" from casework.task where id = $1`);
