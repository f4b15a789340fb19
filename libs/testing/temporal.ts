import { Client, Connection } from '@temporalio/client';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { taskQueues } from '#libs/contracts';
import { dataConverter } from '#libs/platform';
import { root } from '../../infra/local/folders.ts';
import { ensureNamespace } from '../../infra/temporal/namespace.ts';

/** Loaded where it is used: it brings a bundler with it, which a suite without a worker must not pay for. */
const workerSdk = () => import('@temporalio/worker');

type Activities = Record<string, (...args: never[]) => Promise<unknown>>;

export interface TestTemporal {
  readonly client: Client;
  readonly namespace: string;
  /** A worker of the roads' queue, or of another one; it can be stopped before the rest. */
  work(activities: Activities, taskQueue?: string): Promise<{ stop(): Promise<void> }>;
  stop(): Promise<void>;
}

function newestSource(): number {
  const folders = ['workflows', 'libs/contracts', 'libs/policy'].map((name) => path.join(root, name));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()),
  );
  return Math.max(...files.map((entry) => statSync(path.join(entry.parentPath, entry.name)).mtimeMs));
}

/** The workflows as a worker loads them, bundled from their sources once for all suites. */
export async function workflowBundle(): Promise<{ codePath: string }> {
  const codePath = path.join(root, '.test', 'workflow-bundle.js');
  if (existsSync(codePath) && statSync(codePath).mtimeMs > newestSource()) return { codePath };
  const { bundleWorkflowCode, DefaultLogger } = await workerSdk();
  const { code } = await bundleWorkflowCode({
    workflowsPath: path.join(root, 'workflows', 'index.ts'),
    failureConverterPath: path.join(root, 'libs/platform/temporal/failure-converter.ts'),
    logger: new DefaultLogger('ERROR'),
    webpackConfigHook: (config) => ({ ...config, resolve: { ...config.resolve, conditionNames: ['source', '...'] } }),
  });
  mkdirSync(path.dirname(codePath), { recursive: true });
  const draft = `${codePath}.${process.pid}`;
  writeFileSync(draft, code);
  renameSync(draft, codePath);
  return { codePath };
}

/** A namespace of one's own on the run's Temporal server; this process's configuration names it. */
export async function testTemporal(): Promise<TestTemporal> {
  const address = process.env['KBT_TEST_TEMPORAL'];
  if (address === undefined) throw new Error('this run has no Temporal server: name the folder of the spec (workflows, test), or nothing');
  const sdk = await workerSdk();
  const { installRuntime } = await import('#libs/worker-host'); // as late as the SDK it brings
  installRuntime('ERROR');
  const namespace = `test-${randomBytes(6).toString('hex')}`;
  process.env['TEMPORAL_ADDRESS'] = address;
  process.env['TEMPORAL_NAMESPACE'] = namespace;
  await ensureNamespace(address, namespace);
  const connection = await Connection.connect({ address });
  const native = await sdk.NativeConnection.connect({ address });
  const running = new Set<() => Promise<void>>();
  const work: TestTemporal['work'] = async (activities, taskQueue = taskQueues.roads) => {
    const bundle = taskQueue === taskQueues.roads ? { workflowBundle: await workflowBundle() } : {};
    const worker = await sdk.Worker.create({
      connection: native,
      namespace,
      taskQueue,
      activities,
      ...bundle,
      dataConverter: dataConverter(),
      stickyQueueScheduleToStartTimeout: '2s',
    });
    const ended = worker.run();
    const stop = async () => {
      if (!running.delete(stop)) return;
      worker.shutdown();
      await ended;
    };
    running.add(stop);
    return { stop };
  };
  return {
    client: new Client({ connection, namespace, dataConverter: dataConverter() }),
    namespace,
    work,
    stop: async () => {
      await Promise.all([...running].map((end) => end()));
      await native.close();
      await connection.close();
    },
  };
}
