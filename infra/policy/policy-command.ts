import { faultText, PackError, packFolders, readPack, resolvePeriods, type PackFault } from '#libs/rulebook';
import { PlainError } from '../local/plain-error.ts';
import { say } from '../local/progress.ts';
import { checkPolicies } from './check-policies.ts';
import { coverageOf, placeText } from './coverage.ts';
import { requirementRows } from './requirement-rows.ts';

function check(folder: string): number {
  const faults = checkPolicies(folder);
  for (const fault of faults) say(faultText(fault));
  say(faults.length === 0 ? 'every policy is in order' : `${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

function list(folder: string): number {
  const packs = packFolders(folder).map(readPack);
  for (const pack of packs)
    for (const { hash, period } of resolvePeriods(pack, packs)) {
      const parents = period.parents.map(({ head }) => head.id).join(', ') || 'no parent';
      say(`${pack.head.region}  ${period.from} to ${period.to ?? 'replaced  '}  ${hash.slice(0, 12)}  ${pack.head.documentNumber}  (${parents})`);
    }
  return 0;
}

/** Every row of the requirements: carried (where), not data (why), missing (in which pack). */
function coverage(folder: string): number {
  const faults: PackFault[] = [];
  const rows = coverageOf(requirementRows(folder, faults), packFolders(folder).map(readPack));
  if (faults.length > 0) throw new PackError(faults);
  for (const { row, state, carried, missingIn } of rows) {
    const where = state === 'not data' ? (row.notData ?? '') : carried.map(placeText).join('; ');
    say(`${row.id}  ${state}  ${where}${missingIn.length > 0 ? `  not in ${missingIn.join(', ')}` : ''}`);
  }
  const count = (state: string) => rows.filter((row) => row.state === state).length;
  say(`${rows.length} rows: ${count('carried')} carried, ${count('not data')} not data, ${count('missing')} missing`);
  return count('missing') === 0 ? 0 : 1;
}

/** `npm run policy -- check | coverage | list`: looks at the policies of the folder KBT_POLICIES names. */
export function policyCommand([name = 'check']: readonly string[]): Promise<number> {
  const folder = process.env['KBT_POLICIES'] ?? 'policies';
  if (name === 'check') return Promise.resolve(check(folder));
  if (name === 'coverage') return Promise.resolve(coverage(folder));
  if (name === 'list') return Promise.resolve(list(folder));
  throw new PlainError(`"${name}" is not known: use check, coverage or list.`);
}
