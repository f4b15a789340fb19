import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { taskQueues } from '#libs/contracts';
import { testTemporal, type TestTemporal } from '#libs/testing';
import { SteadyWorker } from '#libs/worker-host';
import { freePort } from '../../infra/local/ports.ts';
import { ScriptedRows } from '../../workflows/testing/scripted-rows.ts';

/** The line to Temporal, which a test can cut and mend. */
class Line {
  private server?: Server;
  private readonly sockets = new Set<Socket>();

  constructor(
    readonly port: number,
    private readonly to: URL,
  ) {}

  async mend(): Promise<void> {
    this.server = createServer((here) => {
      const there = connect(Number(this.to.port), this.to.hostname);
      for (const socket of [here, there]) {
        this.sockets.add(socket);
        socket.once('close', () => this.sockets.delete(socket));
        socket.on('error', () => socket.destroy());
      }
      here.pipe(there).pipe(here);
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
  }

  async cut(): Promise<void> {
    const closed = this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    if (closed) await once(closed, 'close');
  }
}

describe('the payments queue', () => {
  let temporal: TestTemporal;
  let line: Line;
  beforeAll(async () => {
    temporal = await testTemporal();
    line = new Line(await freePort(), new URL(`tcp://${process.env['TEMPORAL_ADDRESS']}`));
    process.env['TEMPORAL_ADDRESS'] = `127.0.0.1:${line.port}`;
  }, 60_000);
  afterAll(async () => {
    await line.cut();
    await temporal.stop();
  });

  it('is served as soon as Temporal can be reached, though the process began without it', async () => {
    const rows = new ScriptedRows('payout');
    const payments = new SteadyWorker({ taskQueue: taskQueues.payments, activities: rows.payments() });
    payments.start();
    const roads = await temporal.work(rows.activities());
    const handle = await temporal.client.workflow.start('claimWorkflow', {
      workflowId: `claim/${randomUUID()}`,
      taskQueue: taskQueues.roads,
      args: ['subject'],
    });
    expect(rows.calls).not.toContain('orderPayments');
    await line.mend();
    await rows.called('orderPayments');
    await handle.terminate();
    await Promise.all([roads.stop(), payments.stop()]);
  });
});
