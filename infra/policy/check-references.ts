import path from 'node:path';
import type { PolicyValue } from '#libs/policy';
import { didYouMean, type Pack, type PackFault, type PackFileName, type ResolvedPack } from '#libs/rulebook';

type Codes = PolicyValue<readonly string[]> | null;

function unknownIn(codes: Codes, known: readonly string[]): readonly string[] {
  return codes === null || codes.kind === 'missing' ? [] : codes.value.filter((code) => !known.includes(code));
}

/** Groups of people that a process or a subsidy names are in groups.yaml of the pack or of a parent. */
export function referenceFaults(pack: Pack, periods: readonly ResolvedPack[]): PackFault[] {
  const known = [...new Set(periods.flatMap(({ snapshot }) => Object.keys(snapshot.groups)))];
  const faults: PackFault[] = [];
  const check = (file: PackFileName, at: string, codes: Codes): void => {
    for (const code of unknownIn(codes, known)) {
      const problem = `the group ${code} is not in groups.yaml${didYouMean(code, known)}`;
      faults.push({ file: path.join(pack.folder, file), line: pack.files[file].lineAt(at), path: at, problem });
    }
  };
  for (const [type, { eligibility }] of Object.entries(pack.process)) {
    check('process.yaml', `${type}.eligibility.groups`, eligibility.groups);
    check('process.yaml', `${type}.eligibility.excluded`, eligibility.excluded);
  }
  for (const [name, rule] of Object.entries(pack.subsidies)) {
    check('subsidies.yaml', `${name}.groups`, rule.groups);
    if (rule.kind !== 'per-month' || rule.eligible === null || rule.eligible.kind === 'missing') continue;
    check('subsidies.yaml', `${name}.eligible`, { ...rule.eligible, value: rule.eligible.value.map(({ group }) => group) });
  }
  return faults;
}
