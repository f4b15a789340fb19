import type { RefusalCatalogue } from './catalogue.ts';

export const caseworkRefusals = {} as const satisfies RefusalCatalogue;
