import type { Section } from '../bench.ts';
import { calculation } from './calculation.ts';
import { decision } from './decision.ts';
import { roster } from './roster.ts';
import { screens } from './screens.ts';
import { wholeRoad } from './whole-road.ts';

/** Every section by name, in the order in which they run on one installation, whose clock only moves forward: `wholeRoad` is the last. */
export const sections = { calculation, screens, roster, decision, 'whole-road': wholeRoad } as const satisfies Readonly<Record<string, Section>>;

export type SectionName = keyof typeof sections;
