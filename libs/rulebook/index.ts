export { seedRulebook } from './application/seed-rulebook.ts';
export { policiesOf, snapshotFor, snapshotOf } from './application/snapshots.ts';
export { PackError, type PackFault } from './pack/pack-fault.ts';
export { isPolicyValue } from './pack/policy-values.ts';
export { readCalendars } from './pack/read-calendars.ts';
export { packFolders, readPack, type Pack } from './pack/read-pack.ts';
export { resolvePack } from './pack/resolve-pack.ts';
export { RulebookModule } from './rulebook.module.ts';
