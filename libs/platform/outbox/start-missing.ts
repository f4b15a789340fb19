import { workflowIdOf, type Road } from '#libs/contracts';
import type { Database } from '../database/database.ts';
import { statement } from '../database/statement.ts';
import type { TemporalClient } from '../temporal/temporal-client.ts';
import { deliver } from './delivery.ts';

const travelling = statement(
  'platform.roads-travelling',
  `select road, subject_id as "subjectId" from platform.road where ended_at is null order by started_at`,
);

interface Travelling {
  readonly road: Road;
  readonly subjectId: string;
}

/**
 * Compares the rows with Temporal and starts every road that should run and does not: after a lost Temporal database, a terminated
 * workflow, or a release that could not replay. A road that runs already is joined, so it is safe at any time.
 * @returns how many roads were not running.
 */
export async function startMissingRoads(database: Database, temporal: TemporalClient): Promise<number> {
  const client = await temporal.get();
  const running = new Set<string>();
  for await (const workflow of client.workflow.list({ query: 'ExecutionStatus = "Running"' })) running.add(workflow.workflowId);
  const rows = await database.transaction((tx) => tx.rows<Travelling>(travelling));
  let started = 0;
  for (const { road, subjectId } of rows) {
    const workflowId = workflowIdOf(road, subjectId);
    if (running.has(workflowId)) continue;
    await deliver(client, { id: workflowId, workflowId, road, subjectId, act: 'start' });
    started++;
  }
  return started;
}
