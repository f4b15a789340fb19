export { testDatabase, type TestDatabase } from './database.ts';
export { TestApplication, type Answered } from './test-application.ts';
export { testTemporal, workflowBundle, type TestTemporal } from './temporal.ts';
