import { config, dataConverter } from '#libs/platform';
import { NativeConnection, Worker, type WorkerOptions } from '@temporalio/worker';
import { installRuntime } from './install-runtime.ts';

/** The two settings with which a killed worker costs 4 seconds instead of 12 (measured: reference prices). */
const STICKY_TIMEOUT = '2s';
const SHUTDOWN_GRACE = '10s';

/** One Temporal worker inside a Nest process: starts, runs until stopped, and ends the process when it fails. */
export class WorkerHost {
  private constructor(
    private readonly connection: NativeConnection,
    private readonly worker: Worker,
    private readonly running: Promise<void>,
  ) {}

  /**
   * Connects and starts polling.
   * @param options task queue, activities and, for a queue with workflows, the prebuilt bundle.
   * @param onFailure called once when the worker stops on its own; a supervisor starts the process again.
   */
  static async start(
    options: Pick<WorkerOptions, 'taskQueue' | 'activities' | 'workflowBundle'>,
    onFailure: (error: unknown) => void,
  ): Promise<WorkerHost> {
    installRuntime(config.logLevel() === 'debug' ? 'DEBUG' : 'WARN');
    const connection = await NativeConnection.connect({ address: config.temporalAddress() });
    const worker = await Worker.create({
      ...options,
      connection,
      namespace: config.temporalNamespace(),
      dataConverter: dataConverter(),
      stickyQueueScheduleToStartTimeout: STICKY_TIMEOUT,
      shutdownGraceTime: SHUTDOWN_GRACE,
      maxCachedWorkflows: 500,
      maxConcurrentWorkflowTaskExecutions: 20,
      maxConcurrentLocalActivityExecutions: 8,
      maxConcurrentActivityTaskExecutions: 4,
    });
    return new WorkerHost(connection, worker, worker.run().catch(onFailure));
  }

  async stop(): Promise<void> {
    if (this.worker.getState() === 'RUNNING') this.worker.shutdown();
    await this.running;
    await this.connection.close();
  }
}
