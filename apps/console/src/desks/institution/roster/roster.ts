import type { components } from '../../../api/schema.gen.ts';

/** An uploaded roster with what was found in it. */
export type Roster = components['schemas']['RosterResponse'];
