export { bindActivities } from './bind-activities.ts';
export { installRuntime } from './install-runtime.ts';
export { SteadyWorker } from './steady-worker.ts';
export { WorkerHost } from './worker-host.ts';
export { ensureWorkflowBundle } from './workflow-bundle.ts';
