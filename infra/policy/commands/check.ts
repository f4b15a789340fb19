import { faultText } from '#libs/rulebook';
import { say } from '../../local/progress.ts';
import { checkPolicies } from '../check-policies.ts';
import { readCommandLine } from '../command-line.ts';

/** `check`: every fault of the policies, with file, line and remedy. Answers 1 where there is one. */
export function check(folder: string, args: readonly string[]): number {
  readCommandLine(args, {});
  const faults = checkPolicies(folder);
  for (const fault of faults) say(faultText(fault));
  say(faults.length === 0 ? 'every policy is in order' : `${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
}
