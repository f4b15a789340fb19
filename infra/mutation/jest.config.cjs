const base = require('../../jest.config.js');

/** The tests that decide whether a mutant of the pure policy lives: no database, few random cases. @type {import('jest').Config} */
module.exports = {
  ...base,
  globalSetup: undefined,
  globalTeardown: undefined,
  testPathIgnorePatterns: ['properties.spec.ts', 'fuzz.spec.ts'],
  setupFiles: ['<rootDir>/infra/mutation/few-runs.cjs'],
  testMatch: ['<rootDir>/libs/policy/{calculation,calendar}/**/*.spec.ts'],
};
