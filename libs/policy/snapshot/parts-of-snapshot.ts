import type { SubsidyRule } from '../calculation/subsidy-rule.ts';
import { nearestWord } from '../nearest-word.ts';
import { accept, refuse, type Result } from '../result.ts';
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

/** What a policy asks of the road of a class type; CLASS_TYPE_UNKNOWN with the types it knows. */
export function processOf({ process }: PolicySnapshot, classType: string): Result<ClassProcess, 'CLASS_TYPE_UNKNOWN'> {
  const found = partOf<ClassProcess>(process, classType);
  if (found) return accept(found);
  return refuse('CLASS_TYPE_UNKNOWN', {
    pointer: '/classType',
    params: { classType: classType.slice(0, SHOWN), ...unknown(process, classType) },
  });
}

/** The rule of a subsidy by its key; SUBSIDY_UNKNOWN with the nearest key and all of them. */
export function subsidyOf({ subsidies }: PolicySnapshot, subsidy: string): Result<SubsidyRule, 'SUBSIDY_UNKNOWN'> {
  const found = partOf<SubsidyRule>(subsidies, subsidy);
  if (found) return accept(found);
  return refuse('SUBSIDY_UNKNOWN', { pointer: '/subsidy', params: { subsidy: subsidy.slice(0, SHOWN), ...unknown(subsidies, subsidy) } });
}
