/**
 * What a claim rests on: one class; all classes of an employer order, settled once (AMB-19); persons without a class, e.g. certificates an
 * enterprise organised; or units: training centers, studios, brands, registers.
 */
export const claimBases = ['class', 'order', 'list', 'unit'] as const;
export type ClaimBasis = (typeof claimBases)[number];
