export * from './result.ts';
export * from './transitions/index.ts';
