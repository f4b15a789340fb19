const { default: Sequencer } = require('@jest/test-sequencer');

/** Suites with installations of their own run for minutes: one that began last would keep a core idle to the end. */
const HEAVY = ['/test/faults/roads-under-attack', '/test/browser/road', '/test/faults/', '/test/journey/', '/test/', '/workflows/'];

/** Jest's own order (the longest of the last run first), but the heavy suites before all others also on a machine that has run none yet. */
module.exports = class HeavyFirst extends Sequencer {
  sort(tests) {
    const rank = ({ path }) => {
      const found = HEAVY.findIndex((folder) => path.includes(folder));
      return found < 0 ? HEAVY.length : found;
    };
    return super.sort(tests).sort((one, other) => rank(one) - rank(other));
  }
};
