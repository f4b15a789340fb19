import { config, dataConverter } from '#libs/platform';
import { DefaultLogger, NativeConnection, Runtime, Worker, type WorkerOptions } from '@temporalio/worker';

/** The two settings with which a killed worker costs 4 seconds instead of 12 (measured: reference prices). */
const STICKY_TIMEOUT = '2s';
const SHUTDOWN_GRACE = '10s';

let installed = false;

/** Nest alone owns the signals, and Temporal's core writes through the same log level. */
function installRuntime(): void {
  if (installed) return;
  installed = true;
  const level = config.logLevel() === 'debug' ? 'DEBUG' : 'WARN';
  Runtime.install({ logger: new DefaultLogger(level), shutdownSignals: [], telemetryOptions: { logging: { filter: level } } });
}

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
    installRuntime();
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
