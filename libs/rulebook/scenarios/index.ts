export { askMaterials } from './ask-materials.ts';
export { PolicyShelf } from './policy-shelf.ts';
export { readScenarios } from './read-scenarios.ts';
export { runScenario, type ScenarioOutcome } from './run-scenario.ts';
export type { ScenarioFile } from './scenario.ts';
