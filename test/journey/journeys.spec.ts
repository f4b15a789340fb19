import { Client, Connection } from '@temporalio/client';
import { temporalNamespace } from '#libs/contracts';
import { ownStack } from '../own-stack.ts';
import { journeys } from './journeys.ts';

describe('a whole road, over HTTP, on the product as it is started (the others: test/faults/roads-under-attack)', () => {
  it('uses the engine at TEMPORAL_ADDRESS where there is one: it is neither started nor stopped', async () => {
    const address = process.env['KBT_TEST_TEMPORAL'] ?? '';
    const { beginsAt, travel } = journeys['jincheng-awards'];
    process.env['TEMPORAL_ADDRESS'] = address;
    const connection = await Connection.connect({ address });
    const client = new Client({ connection, namespace: temporalNamespace });
    try {
      const stack = await ownStack(beginsAt);
      try {
        expect(stack.temporalAddress).toBe(address);
        expect(stack.children.pids().map(({ name }) => name)).not.toContain('temporal');
        await travel(stack.url, () => undefined);
      } finally {
        await stack.stop();
      }
      expect((await client.workflow.count('WorkflowType = "claimWorkflow"')).count).toBeGreaterThan(0);
    } finally {
      delete process.env['TEMPORAL_ADDRESS'];
      await connection.close();
    }
  }, 480_000);
});
