export { CaseworkActivitiesModule } from './activities/casework-activities.module.ts';
export { CaseworkActivities } from './activities/casework.activities.ts';
export { CaseworkModule } from './casework.module.ts';
export { migrations as caseworkMigrations } from './persistence/migrations/index.ts';
