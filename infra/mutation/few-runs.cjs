const fc = require('fast-check');

// A mutant either falls by few random cases or by none.
fc.configureGlobal({ numRuns: 40 });
