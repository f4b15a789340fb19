import { randomUUID } from 'node:crypto';
import { taskQueues } from '#libs/contracts';
import { testTemporal, type TestTemporal } from '#libs/testing';
import { ScriptedRows } from './testing/scripted-rows.ts';

let temporal: TestTemporal;
beforeAll(async () => {
  temporal = await testTemporal();
}, 60_000);
afterAll(() => temporal.stop());

describe('what Temporal keeps of a failure', () => {
  it('shows neither its message nor its stack, nor any argument, to whoever reads the history without the key', async () => {
    const rows = new ScriptedRows('payout');
    const canary = 'canary-140427199001011234';
    let failed = 0;
    const fails = () => {
      failed += 1;
      return failed === 1 ? Promise.reject(new Error(canary)) : rows.payments().orderPayments('subject');
    };
    const roads = await temporal.work(rows.activities());
    const payments = await temporal.work({ ...rows.payments(), orderPayments: fails }, taskQueues.payments);
    const handle = await temporal.client.workflow.start('claimWorkflow', {
      workflowId: `claim/${randomUUID()}`,
      taskQueue: taskQueues.roads,
      args: ['subject-of-the-road'],
    });
    await rows.called('payout');
    rows.decide('payout', 'paid');
    await handle.executeUpdate('advance');
    await handle.result();
    await Promise.all([roads.stop(), payments.stop()]);
    const history = JSON.stringify(await handle.fetchHistory(), (_key, value: unknown) =>
      value instanceof Uint8Array || (value as { type?: string } | null)?.type === 'Buffer'
        ? Buffer.from(value as Uint8Array).toString('latin1')
        : value,
    );
    expect(failed).toBeGreaterThan(1);
    expect(history).toContain('Encoded failure'); // the failure is there, for whoever holds the key
    expect(history).not.toContain('canary');
    expect(history).not.toContain('subject-of-the-road');
  });
});
