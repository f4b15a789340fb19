import type { RefusalCatalogue } from './catalogue.ts';

export const rulebookRefusals = {} as const satisfies RefusalCatalogue;
