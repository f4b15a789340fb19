import { Client, Connection } from '@temporalio/client';
import { taskQueues, temporalNamespace, type Road } from '#libs/contracts';
import type { Stack } from '../../infra/local/stack.ts';

/** What roads have asked of Temporal, counted in their histories. */
export interface EngineCalls {
  readonly workflows: number;
  readonly updates: number;
  readonly timers: number;
  readonly localActivities: number;
  readonly paymentActivities: number;
  /** Regular activities on any queue but the payments'. */
  readonly otherActivities: number;
  readonly events: number;
}

interface HistoryEvent {
  readonly workflowExecutionUpdateAcceptedEventAttributes?: unknown;
  readonly timerStartedEventAttributes?: unknown;
  readonly markerRecordedEventAttributes?: unknown;
  readonly activityTaskScheduledEventAttributes?: { readonly taskQueue?: { readonly name?: string | null } | null } | null;
}

/** Counts the events of one history that cost something. */
export function countCalls(events: readonly HistoryEvent[]): Omit<EngineCalls, 'workflows'> {
  const count = (has: (event: HistoryEvent) => unknown) => events.filter((event) => Boolean(has(event))).length;
  const queueOf = (event: HistoryEvent) => event.activityTaskScheduledEventAttributes?.taskQueue?.name ?? undefined;
  return {
    updates: count((event) => event.workflowExecutionUpdateAcceptedEventAttributes),
    timers: count((event) => event.timerStartedEventAttributes),
    localActivities: count((event) => event.markerRecordedEventAttributes),
    paymentActivities: count((event) => queueOf(event) === taskQueues.payments),
    otherActivities: count((event) => queueOf(event) !== undefined && queueOf(event) !== taskQueues.payments),
    events: events.length,
  };
}

/** Adds up the histories of every run of some roads, of one subject or of all. */
export async function engineCalls(
  { temporalAddress }: Pick<Stack, 'temporalAddress'>,
  of: readonly Road[],
  subjectId?: string,
): Promise<EngineCalls> {
  const connection = await Connection.connect({ address: temporalAddress });
  const { workflow } = new Client({ connection, namespace: temporalNamespace });
  const sum = { workflows: 0, updates: 0, timers: 0, localActivities: 0, paymentActivities: 0, otherActivities: 0, events: 0 };
  try {
    for await (const { workflowId, runId } of workflow.list()) {
      const [road, id] = workflowId.split('/');
      if (!of.some((one) => one === road) || (subjectId !== undefined && id !== subjectId)) continue;
      const { events } = await workflow.getHandle(workflowId, runId).fetchHistory();
      const calls = countCalls(events ?? []);
      sum.workflows += 1;
      for (const [name, value] of Object.entries(calls)) sum[name as keyof EngineCalls] += value;
    }
    return sum;
  } finally {
    await connection.close();
  }
}
