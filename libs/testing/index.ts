export { buildTemplate, testDatabase, type TestDatabase } from './database.ts';
export { startPostgres, type RunningPostgres } from './postgres.ts';
export { TestApplication, type Answered } from './test-application.ts';
