const { createRequire } = require('node:module');
const path = require('node:path');
const vm = require('node:vm');
const { default: Runtime } = require('jest-runtime');

const library = createRequire(path.join(__dirname, '..', '..', '..', 'package.json'));

/**
 * Loads libraries and Node's own modules as Node does, once a worker; our own modules anew for each spec. A Nest application has 3,400 library
 * modules: to load them for each of 130 specs was a fourth of the run. Nobody mocks a library here, which is what Jest's own way is for.
 */
module.exports = class SharedLibraries extends Runtime {
  constructor(...args) {
    super(...args);
    const { executor } = this;
    executor.compile = (source, filename) =>
      vm.compileFunction(source, executor.injectedModuleParameters, {
        filename,
        importModuleDynamically: vm.constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
      });
  }

  requireModule(from, moduleName, options, isRequireActual) {
    const isLibrary = moduleName !== undefined && !options?.isInternalModule && /^(?![.#/])/u.test(moduleName);
    return isLibrary ? library(moduleName) : super.requireModule(from, moduleName, options, isRequireActual);
  }
};
