import type { SubsidyRule } from '../calculation/subsidy-rule.ts';
import { nearestWord } from '../nearest-word.ts';
import { accept, refuse, type Refusal, type Result } from '../result.ts';
import type { ClassProcess } from './class-process.ts';
import type { PolicySnapshot } from './policy-snapshot.ts';

/** How much of an unknown word is repeated in the answer. */
const SHOWN = 40;

function partOf<Part>(table: Readonly<Partial<Record<string, Part>>>, name: string): Part | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}

function unknown(table: object, name: string): { readonly nearest: string; readonly allowed: string } {
  const words = Object.keys(table);
  return { nearest: nearestWord(name, words), allowed: words.join(', ') };
}

/** A part that only a document above knows, which is not in force on these days (AMB-37): missing, not unknown. */
function lostPart({ pack }: PolicySnapshot, part: 'classTypes' | 'subsidies', name: string): Refusal<'POLICY_PARENT_ABSENT'> | undefined {
  const parent = pack.parents.find(({ lost }) => lost?.[part].includes(name));
  return (
    parent && { code: 'POLICY_PARENT_ABSENT', params: { name, document: parent.documentNumbers.join('、'), why: parent.missing ?? '' } }
  );
}

/** What a policy asks of the road of a class type; CLASS_TYPE_UNKNOWN with the types it knows, POLICY_PARENT_ABSENT where a document above knew it. */
export function processOf(
  snapshot: PolicySnapshot,
  classType: string,
): Result<ClassProcess, 'CLASS_TYPE_UNKNOWN' | 'POLICY_PARENT_ABSENT'> {
  const { process } = snapshot;
  const found = partOf<ClassProcess>(process, classType);
  if (found) return accept(found);
  const lost = lostPart(snapshot, 'classTypes', classType);
  if (lost) return refuse(lost.code, { ...lost, pointer: '/classType' });
  return refuse('CLASS_TYPE_UNKNOWN', {
    pointer: '/classType',
    params: { classType: classType.slice(0, SHOWN), ...unknown(process, classType) },
  });
}

/** The rule of a subsidy by its key; SUBSIDY_UNKNOWN with the nearest key and all of them. */
export function subsidyOf(snapshot: PolicySnapshot, subsidy: string): Result<SubsidyRule, 'SUBSIDY_UNKNOWN' | 'POLICY_PARENT_ABSENT'> {
  const { subsidies } = snapshot;
  const found = partOf<SubsidyRule>(subsidies, subsidy);
  if (found) return accept(found);
  const lost = lostPart(snapshot, 'subsidies', subsidy);
  if (lost) return refuse(lost.code, { ...lost, pointer: '/subsidy' });
  return refuse('SUBSIDY_UNKNOWN', { pointer: '/subsidy', params: { subsidy: subsidy.slice(0, SHOWN), ...unknown(subsidies, subsidy) } });
}
