import { Connection } from '@temporalio/client';
import { setTimeout as delay } from 'node:timers/promises';

const ALREADY_EXISTS = 6;
const NOT_FOUND = 5;

/** How long closed histories are kept: a claim's road is over by then, and the rows hold the truth. */
const RETENTION_SECONDS = 30 * 86_400;

/** Waits until a server answers, and registers the namespace there; safe to repeat. */
export async function ensureNamespace(address: string, namespace: string, signal?: AbortSignal): Promise<void> {
  const connection = await reach(address, signal);
  try {
    await connection.workflowService
      .registerNamespace({ namespace, workflowExecutionRetentionPeriod: { seconds: RETENTION_SECONDS as never } })
      .catch((error: { code?: number }) => {
        if (error.code !== ALREADY_EXISTS) throw error;
      });
    await untilKnown(connection, namespace);
  } finally {
    await connection.close();
  }
}

async function reach(address: string, signal?: AbortSignal): Promise<Connection> {
  for (;;) {
    try {
      return await Connection.connect({ address, connectTimeout: '2s' });
    } catch (error) {
      if (signal?.aborted) throw error;
      await delay(200);
    }
  }
}

/** The frontend learns of a new namespace from its next refresh on. */
async function untilKnown(connection: Connection, namespace: string): Promise<void> {
  for (;;) {
    try {
      await connection.workflowService.getWorkflowExecutionHistory({ namespace, execution: { workflowId: 'none' } });
      return;
    } catch (error) {
      const { code, message } = error as { code?: number; message: string };
      if (code === NOT_FOUND && !/namespace/iu.test(message)) return;
      await delay(100);
    }
  }
}
