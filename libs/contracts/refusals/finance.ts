import type { RefusalCatalogue } from './catalogue.ts';

export const financeRefusals = {} as const satisfies RefusalCatalogue;
