export * from './calculation/calculation.ts';
export * from './calculation/subsidy-rule.ts';
export * from './result.ts';
export * from './snapshot/class-process.ts';
export * from './snapshot/policy-snapshot.ts';
export * from './snapshot/policy-value.ts';
export * from './transitions/index.ts';
