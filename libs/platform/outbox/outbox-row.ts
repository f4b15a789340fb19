import type { Road } from '#libs/contracts';

/** One message for Temporal, as stored beside the rows it tells of. */
export interface OutboxRow {
  readonly id: string;
  readonly workflowId: string;
  readonly road: Road;
  readonly subjectId: string;
  readonly act: 'start' | 'advance';
}
