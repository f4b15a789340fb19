import { packFolders, readPack, resolvePack } from '#libs/rulebook';
import { PlainError } from '../local/plain-error.ts';
import { say } from '../local/progress.ts';
import { checkPolicies } from './check-policies.ts';

function check(folder: string): number {
  const faults = checkPolicies(folder);
  for (const { file, path, problem } of faults) say(`${file}: ${path}: ${problem}`);
  say(faults.length === 0 ? 'every policy is in order' : `${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}

function list(folder: string): number {
  const packs = packFolders(folder).map(readPack);
  for (const pack of packs)
    say(`${pack.head.region}  ${pack.head.effectiveFrom}  ${resolvePack(pack, packs).hash.slice(0, 12)}  ${pack.head.documentNumber}`);
  return 0;
}

/** `npm run policy -- check | list`: looks at the policies of the folder KBT_POLICIES names. */
export function policyCommand([name = 'check']: readonly string[]): Promise<number> {
  const folder = process.env['KBT_POLICIES'] ?? 'policies';
  if (name === 'check') return Promise.resolve(check(folder));
  if (name === 'list') return Promise.resolve(list(folder));
  throw new PlainError(`"${name}" is not known: use check or list.`);
}
