export { CaseworkActivities } from './activities/casework.activities.ts';
export { CaseworkActivitiesModule } from './activities/casework-activities.module.ts';
export { migrations as caseworkMigrations } from './persistence/migrations/index.ts';
