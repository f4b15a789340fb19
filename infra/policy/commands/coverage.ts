import { PackError, packFolders, readPack, type PackFault } from '#libs/rulebook';
import { say } from '../../local/progress.ts';
import { readCommandLine } from '../command-line.ts';
import { coverageOf, placeText } from '../coverage.ts';
import { jsonOf } from '../print/json.ts';
import { requirementRows } from '../requirement-rows.ts';

/** `coverage`: every row of the requirements as carried (where), not data (why) or missing (in which pack). Answers 1 where one is missing. */
export function coverage(folder: string, args: readonly string[]): number {
  const { flags } = readCommandLine(args, { flags: ['json'] });
  const faults: PackFault[] = [];
  const rows = coverageOf(requirementRows(folder, faults), packFolders(folder).map(readPack));
  if (faults.length > 0) throw new PackError(faults);
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  if (flags.has('json'))
    say(jsonOf(rows.map(({ row, state, carried, missingIn }) => ({ id: row.id, state, carried, missingIn, why: row.notData }))));
  else {
    for (const { row, state, carried, missingIn } of rows) {
      const where = state === 'not data' ? (row.notData ?? '') : carried.map(placeText).join('; ');
      say(`${row.id}  ${state}  ${where}${missingIn.length > 0 ? `  not in ${missingIn.join(', ')}` : ''}`);
    }
    say(`${rows.length} rows: ${count('carried')} carried, ${count('not data')} not data, ${count('missing')} missing`);
  }
  return count('missing') === 0 ? 0 : 1;
}
