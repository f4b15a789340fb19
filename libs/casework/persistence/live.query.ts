import { statement } from '#libs/platform';

export interface LiveRow {
  readonly id: bigint;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly officeId: string | null;
  readonly institutionId: string;
  readonly region: string;
}

/** What came after a number, as far as no earlier transaction is still open. */
export const liveAfter = statement(
  'casework.live-after',
  `select id, case_id as "caseId", task_id as "taskId", office_id as "officeId", institution_id as "institutionId", region from casework.live_event
   where id > $1 and tx < pg_snapshot_xmin(pg_current_snapshot()) order by id limit 500`,
);

/** The last number and the first one still kept. */
export const liveBounds = statement(
  'casework.live-bounds',
  `select coalesce(max(id), 0) as last, coalesce(min(id), 0) as first from casework.live_event where tx < pg_snapshot_xmin(pg_current_snapshot())`,
);

export const sweepLive = statement(
  'casework.sweep-live',
  `delete from casework.live_event where id in (select id from casework.live_event where at < clock_timestamp() - interval '1 hour' order by id limit 5000)`,
);
