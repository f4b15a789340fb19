import path from 'node:path';
import { addDays } from '#libs/policy';
import type { Pack, PackFault, ResolvedPack } from '#libs/rulebook';

function faultOf(pack: Pack, at: string, problem: string): PackFault {
  return { file: path.join(pack.folder, 'pack.yaml'), line: pack.files['pack.yaml'].lineAt(at), path: at, problem };
}

/** The packs of one region follow each other without a day that two of them or none of them decides. */
function sequenceFaults(packs: readonly Pack[]): PackFault[] {
  const ordered = packs.toSorted((a, b) => a.head.effectiveFrom.localeCompare(b.head.effectiveFrom));
  return ordered.flatMap((pack, index) => {
    const before = ordered[index - 1]?.head;
    const { effectiveFrom, region } = pack.head;
    if (!before) return [];
    const next = before.effectiveTo === null ? null : addDays(before.effectiveTo, 1);
    if (next === null || next > effectiveFrom) {
      const last = addDays(effectiveFrom, -1);
      return [
        faultOf(
          pack,
          'effectiveFrom',
          `${region} has two policies from ${effectiveFrom} on: end ${before.id} on ${last} (its effectiveTo)`,
        ),
      ];
    }
    if (next < effectiveFrom)
      return [faultOf(pack, 'effectiveFrom', `${region} has no policy from ${next} to ${addDays(effectiveFrom, -1)}, after ${before.id}`)];
    return [];
  });
}

function headFaults(pack: Pack, packs: readonly Pack[]): PackFault[] {
  const { id, effectiveFrom, effectiveTo, issuedOn, parents } = pack.head;
  const faults: PackFault[] = [];
  if (path.basename(pack.folder) !== id)
    faults.push(faultOf(pack, 'id', `the folder is named ${path.basename(pack.folder)}; name both alike`));
  if (!id.endsWith(`-${effectiveFrom.slice(0, 4)}`))
    faults.push(faultOf(pack, 'effectiveFrom', `${id} begins in ${effectiveFrom.slice(0, 4)}; name the pack after the year it begins in`));
  if (effectiveTo !== null && effectiveTo < effectiveFrom)
    faults.push(faultOf(pack, 'effectiveTo', `ends before it begins on ${effectiveFrom}`));
  if (effectiveTo !== null && effectiveTo < issuedOn) faults.push(faultOf(pack, 'effectiveTo', `ends before it was issued on ${issuedOn}`));
  parents.forEach((parent, index) => {
    if (typeof parent.pack !== 'string') return;
    const at = `parents[${index}]`;
    if (parent.pack === id) faults.push(faultOf(pack, at, 'a pack is no parent of itself'));
    else if (!packs.some(({ head }) => head.id === parent.pack))
      faults.push(faultOf(pack, at, `${parent.pack} is not among the packs; declare it missing, with its document numbers`));
  });
  return faults;
}

/** What a pack offers on its first day it offers on every day: no subsidy of a class type may be known in one period alone. */
export function periodFaults(pack: Pack, periods: readonly ResolvedPack[]): PackFault[] {
  const file = path.join(pack.folder, 'process.yaml');
  return periods.flatMap(({ snapshot: { process, subsidies }, period }) =>
    Object.entries(process).flatMap(([type, { subsidies: names }]) =>
      names
        .filter((name) => !Object.hasOwn(subsidies, name))
        .map((name): PackFault => {
          const at = `${type}.subsidies`;
          const problem = `${name} is not in subsidies.yaml, from ${period.from} to ${period.to ?? 'the end'}`;
          return { file, line: pack.files['process.yaml'].lineAt(at), path: at, problem };
        }),
    ),
  );
}

/** Every day a pack is in force has one policy a region, without gap or overlap. */
export function validityFaults(packs: readonly Pack[]): PackFault[] {
  const heads = packs.flatMap((pack) => headFaults(pack, packs));
  const regions = Map.groupBy(packs, ({ head }) => head.region);
  return [...heads, ...[...regions.values()].flatMap(sequenceFaults)];
}
