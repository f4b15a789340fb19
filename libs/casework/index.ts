export { CaseworkActivitiesModule } from './activities/casework-activities.module.ts';
export { CaseworkActivities } from './activities/casework.activities.ts';
export type { NewObjection, ObjectionReceipt } from './application/file-objection.use-case.ts';
export type { ObjectionView } from './application/follow-objection.ts';
export { PublicObjections } from './application/public-objections.ts';
export { CaseworkModule } from './casework.module.ts';
