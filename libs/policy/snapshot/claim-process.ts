import type { ClassProcess } from './class-process.ts';
import type { PolicySnapshot } from './policy-snapshot.ts';

function noticeDays({ claim }: ClassProcess): number {
  return claim.publicNotice.workingDays.kind === 'missing' ? 0 : claim.publicNotice.workingDays.value;
}

/**
 * The process a case follows: its class type's. A claim without a class follows one that names its subsidy, or else any of the policy's: the one
 * with the longest notice, so that nobody is published too briefly.
 */
export function processOfCase(
  processes: PolicySnapshot['process'],
  of: { readonly classType: string | null; readonly subsidy?: string },
): ClassProcess | undefined {
  const all = Object.entries(processes).filter((entry): entry is [string, ClassProcess] => entry[1] !== undefined);
  if (of.classType !== null) return all.find(([type]) => type === of.classType)?.[1];
  const { subsidy } = of;
  const naming = subsidy === undefined ? [] : all.filter(([, process]) => process.subsidies.includes(subsidy));
  const [longest] = (naming.length > 0 ? naming : all).sort(([, one], [, other]) => noticeDays(other) - noticeDays(one));
  return subsidy === undefined ? undefined : longest?.[1];
}
