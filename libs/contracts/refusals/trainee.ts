import type { RefusalCatalogue } from './catalogue.ts';

export const traineeRefusals = {} as const satisfies RefusalCatalogue;
