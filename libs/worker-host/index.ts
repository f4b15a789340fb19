export { bindActivities } from './bind-activities.ts';
export { WorkerHost } from './worker-host.ts';
export { ensureWorkflowBundle } from './workflow-bundle.ts';
