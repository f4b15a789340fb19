import { taskQueues, type Road } from '#libs/contracts';
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError, WorkflowUpdateStage, type Client } from '@temporalio/client';
import type { OutboxRow } from './outbox-row.ts';

/** Shorter than a message's lease; long enough for a worker that has just begun and reads the road's history first. */
const DEADLINE_MS = 5000;

const workflowTypes: Record<Road, string> = {
  class: 'classWorkflow',
  claim: 'claimWorkflow',
  objection: 'objectionWorkflow',
  'payment-batch': 'paymentBatchWorkflow',
};

/** Starts the road; answers false where one runs already. A road started after its end finds the end in the rows and closes at once. */
async function start(client: Client, row: OutboxRow): Promise<boolean> {
  try {
    await client.workflow.start(workflowTypes[row.road], {
      workflowId: row.workflowId,
      taskQueue: taskQueues.roads,
      args: [row.subjectId],
      workflowIdConflictPolicy: 'FAIL',
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowTaskTimeout: '3s',
    });
    return true;
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false;
    throw error;
  }
}

/**
 * Delivers one message. An Update counts as delivered from ACCEPTED on: below that it may still be lost, so the caller repeats it under the
 * same id, which the server joins. A road that is not there is started instead: it reads the rows, which is all the message asks for. And one
 * that should be started but runs is told to look: it may be about to end on rows it read before this message was written.
 */
export async function deliver(client: Client, row: OutboxRow): Promise<void> {
  await client.connection.withDeadline(Date.now() + DEADLINE_MS, async () => {
    if (row.act === 'start' && (await start(client, row))) return;
    try {
      await client.workflow
        .getHandle(row.workflowId)
        .startUpdate('advance', { updateId: row.id, waitForStage: WorkflowUpdateStage.ACCEPTED, args: [] });
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError) || !(await start(client, row))) throw error;
    }
  });
}
