export { bindActivities } from './bind-activities.ts';
export { WorkerHost, type Activities } from './worker-host.ts';
export { ensureWorkflowBundle } from './workflow-bundle.ts';
