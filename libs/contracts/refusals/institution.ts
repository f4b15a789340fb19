import type { RefusalCatalogue } from './catalogue.ts';

export const institutionRefusals = {} as const satisfies RefusalCatalogue;
