import type { RefusalCatalogue } from './catalogue.ts';

export const identityRefusals = {} as const satisfies RefusalCatalogue;
