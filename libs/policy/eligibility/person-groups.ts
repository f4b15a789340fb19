import { nearestWord } from '../nearest-word.ts';
import { accept, refuse, type Result } from '../result.ts';
import type { PersonGroup } from '../snapshot/person-group.ts';

type Groups = Readonly<Record<string, PersonGroup>>;

/** Whether a group exists on a day: a term may end with its campaign (AMB-38). */
function isValid({ validFrom, validTo }: PersonGroup, on: string): boolean {
  return (validFrom === null || validFrom <= on) && (validTo === null || validTo >= on);
}

/**
 * The code of a group of people, named by its code or any of its names, old or new: 贫困劳动力 and 脱贫劳动力 are one (AMB-38).
 * @returns null where the group does not exist on that day; GROUP_UNKNOWN with the nearest name where the policy has none of that name.
 */
export function groupCode(groups: Groups, name: string, on: string): Result<string | null, 'GROUP_UNKNOWN'> {
  const found = Object.entries(groups).find(([code, { names }]) => code === name || names.includes(name));
  if (found) return accept(isValid(found[1], on) ? found[0] : null);
  const words = Object.entries(groups).flatMap(([code, { names }]) => [code, ...names]);
  return refuse('GROUP_UNKNOWN', { params: { group: name.slice(0, 40), nearest: nearestWord(name, words) } });
}
