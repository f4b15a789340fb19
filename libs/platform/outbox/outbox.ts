import { workflowIdOf, type Road } from '#libs/contracts';
import { statement } from '../database/statement.ts';
import type { Tx } from '../database/database.ts';
import type { OutboxRow } from './outbox-row.ts';
import { sendSoon } from './send-soon.ts';

const insert = statement(
  'platform.outbox-insert',
  `insert into platform.outbox (workflow_id, road, subject_id, act, reason, next_attempt_at)
   select $1, $2, $3, $4, $5, clock_timestamp() + case when earlier.waits then interval '0' else interval '3 seconds' end
   from (select exists (select 1 from platform.outbox where workflow_id = $1 and delivered_at is null) as waits) earlier
   returning id, workflow_id as "workflowId", road, subject_id as "subjectId", act, next_attempt_at > clock_timestamp() as "mine"`,
);

const travel = statement(
  'platform.road-started',
  `insert into platform.road (road, subject_id) values ($1, $2) on conflict (road, subject_id) do update set ended_at = null where road.ended_at is not null`,
);

async function add(tx: Tx, road: Road, id: string, act: 'start' | 'advance', reason: string): Promise<void> {
  const row = await tx.one<OutboxRow & { mine: boolean }>(insert, [workflowIdOf(road, id), road, id, act, reason]);
  // With an earlier message still waiting for the same workflow the relay sends both, in order.
  if (row?.mine) tx.afterCommit.push(() => sendSoon(row));
}

/** Starts a road once this transaction is committed. A road that runs already goes on; one that ended starts again and finds its end in the rows. */
export async function outboxStart(tx: Tx, message: { road: Road; id: string }): Promise<void> {
  await tx.rows(travel, [message.road, message.id]);
  await add(tx, message.road, message.id, 'start', 'start');
}

/** Tells a road that its rows have moved: an outcome was written, a filing came back, an objection ended, a batch was answered. */
export function outboxAdvance(tx: Tx, message: { road: Road; id: string; reason: string }): Promise<void> {
  return add(tx, message.road, message.id, 'advance', message.reason);
}

const dueNow = statement(
  'platform.outbox-due-now',
  `update platform.outbox set next_attempt_at = clock_timestamp() where workflow_id = $1 and delivered_at is null
   returning id, seq, workflow_id as "workflowId", road, subject_id as "subjectId", act`,
);

/** Has what still waits for a road sent now instead of later, the oldest message first. @returns how many wait. */
export async function outboxSendNow(tx: Tx, of: { road: Road; id: string }): Promise<number> {
  const rows = await tx.rows<OutboxRow & { seq: bigint }>(dueNow, [workflowIdOf(of.road, of.id)]);
  const [first] = rows.toSorted((one, other) => (one.seq < other.seq ? -1 : 1));
  if (first) tx.afterCommit.push(() => sendSoon(first));
  return rows.length;
}
