const { ModuleMocker } = require('jest-mock');

/**
 * Where a spec runs: among the worker's own globals, so that an array or an error of a library is one for a spec too. What a spec adds to the
 * globals, and what it changes in `process.env`, goes with it.
 */
module.exports = class OneRealm {
  global = globalThis;
  moduleMocker = new ModuleMocker(globalThis);
  fakeTimers = null;
  fakeTimersModern = null;

  constructor({ projectConfig }) {
    this.conditions = projectConfig.testEnvironmentOptions.customExportConditions;
    this.before = { names: new Set(Reflect.ownKeys(globalThis)), env: { ...process.env }, console: globalThis.console, exit: process.exit };
  }

  async setup() {}

  async teardown() {
    const { names, env, console: own, exit } = this.before;
    for (const name of Reflect.ownKeys(globalThis)) if (!names.has(name)) Reflect.deleteProperty(globalThis, name);
    for (const name of Object.keys(process.env)) if (!(name in env)) delete process.env[name];
    Object.assign(process.env, env);
    globalThis.console = own;
    process.exit = exit; // Jest wraps it to tell which spec called it
  }

  exportConditions() {
    return this.conditions;
  }

  /** Jest wants one; {@link file://./runtime.cjs} compiles without. */
  getVmContext() {
    return {};
  }
};
