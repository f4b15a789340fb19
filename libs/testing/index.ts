export { testDatabase, type TestDatabase } from './database.ts';
export { TestApplication, type Answered, type Method } from './test-application.ts';
export { testTemporal, workflowBundle, type TestTemporal } from './temporal.ts';
