export { CaseworkActivitiesModule } from './activities/casework-activities.module.ts';
export { CaseworkActivities } from './activities/casework.activities.ts';
export { CaseworkModule } from './casework.module.ts';
