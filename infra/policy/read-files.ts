import { existsSync, statSync } from 'node:fs';
import { faultText, readScenarios, type PackFault, type PolicyShelf, type ScenarioFile } from '#libs/rulebook';
import { PlainError } from '../local/plain-error.ts';
import { brief, fileNamed } from './command-line.ts';

/**
 * Scenario files from anywhere on the machine.
 * @throws PlainError for a file that is not there, or with every fault of every file: file, line, what is wrong, the nearest valid word.
 */
export function readScenarioFiles(shelf: PolicyShelf, names: readonly string[]): readonly ScenarioFile[] {
  if (names.length === 0) throw new PlainError('Name at least one file of scenarios; docs/scenarios.md says how to write one.');
  const faults: PackFault[] = [];
  const files = names.map((name) => {
    const file = fileNamed(name);
    if (!existsSync(file) || !statSync(file).isFile())
      throw new PlainError(`There is no file ${brief(name)}: check the name and the folder.`);
    return readScenarios(file, shelf.ids, faults);
  });
  if (faults.length > 0) throw new PlainError(faults.map(faultText).join('\n'));
  return files.filter((file) => file !== undefined);
}
