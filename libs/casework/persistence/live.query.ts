import { statement } from '#libs/platform';

export interface LiveRow {
  /** The transaction that wrote it: the place in the sequence. Several rows may stand at one place. */
  readonly id: bigint;
  readonly caseId: string;
  readonly taskId: string | null;
  readonly officeId: string | null;
  readonly institutionId: string;
  readonly region: string;
}

/** Rows that no transaction still open could come before. */
const settled = 'tx < pg_snapshot_xmin(pg_current_snapshot())';

/** What came after a place, as far as no earlier transaction is still open; always all rows of a place. */
export const liveAfter = statement(
  'casework.live-after',
  `select tx::text::bigint as id, case_id as "caseId", task_id as "taskId", office_id as "officeId", institution_id as "institutionId", region from casework.live_event
   where tx > $1::text::xid8 and ${settled} order by tx fetch first 500 rows with ties`,
);

/** The last place and the first one still kept; 0 where there is none. */
export const liveBounds = statement(
  'casework.live-bounds',
  `select coalesce((select tx::text::bigint from casework.live_event where ${settled} order by tx desc limit 1), 0) as last,
     coalesce((select tx::text::bigint from casework.live_event where ${settled} order by tx limit 1), 0) as first`,
);

/** The last row is kept: whoever stands there has missed nothing. */
export const sweepLive = statement(
  'casework.sweep-live',
  `delete from casework.live_event where id in (select id from casework.live_event where at < clock_timestamp() - interval '1 hour'
     and tx < (select tx from casework.live_event order by tx desc limit 1) order by id limit 5000)`,
);
