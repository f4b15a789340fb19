import { statement } from '../database/statement.ts';

const columns = `id, workflow_id as "workflowId", road, subject_id as "subjectId", act`;

/**
 * Leases the messages that are due, the oldest undelivered one of each workflow: never "id greater than the last seen", since order of
 * commit is not order of ids. A lease that runs out makes the message due again.
 */
export const leaseDue = statement(
  'platform.outbox-lease',
  `update platform.outbox o set attempts = attempts + 1, next_attempt_at = clock_timestamp() + interval '10 seconds'
   where o.id in (
     select due.id from platform.outbox due
     where due.delivered_at is null and due.next_attempt_at <= clock_timestamp()
       and not exists (select 1 from platform.outbox earlier
         where earlier.workflow_id = due.workflow_id and earlier.delivered_at is null and earlier.seq < due.seq)
     order by due.next_attempt_at limit $1 for update skip locked)
   returning ${columns}`,
);

export const markDelivered = statement(
  'platform.outbox-delivered',
  `update platform.outbox set delivered_at = clock_timestamp(), last_error = null where id = $1`,
);

/** Waits longer after each failure, at most five seconds: somebody waits for the road to go on, and to ask again costs little. */
export const markFailed = statement(
  'platform.outbox-failed',
  `update platform.outbox set last_error = left($2, 200), next_attempt_at = clock_timestamp() + least(interval '5 seconds', interval '500 milliseconds' * power(2, least(attempts, 4)))
   where id = $1 and delivered_at is null`,
);
