import type { RefusalCatalogue } from './catalogue.ts';

export const policyRefusals = {} as const satisfies RefusalCatalogue;
