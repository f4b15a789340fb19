export * from './apply-stage-rule.ts';
export * from './stage-rules.ts';
