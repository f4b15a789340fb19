export * from './activities.ts';
export * from './explanation-words.ts';
export * from './identity.ts';
export * from './refusals/index.ts';
export * from './roads.ts';
