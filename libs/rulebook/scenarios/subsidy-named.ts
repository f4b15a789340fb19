import { accept, classTypes, nearestWord, refuse, subsidyOf, type PolicySnapshot, type Result } from '#libs/policy';

const CLASS_TRAINING = '-class-training';

/** Everything a subsidy may be called in this policy, with its key. */
function namesOf({ subsidies, process }: PolicySnapshot): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const [key, { title, rows }] of Object.entries(subsidies)) for (const name of [title, ...rows]) names.set(name, key);
  // `order-class-training`: what a class of this type is paid for its training stands first in its list.
  for (const type of classTypes) {
    const first = process[type]?.subsidies[0];
    if (first !== undefined) names.set(`${type}${CLASS_TRAINING}`, first);
  }
  for (const key of Object.keys(subsidies)) names.set(key, key);
  return names;
}

/**
 * The key of a subsidy called by its key, by a row of the requirements (`SUB-XZ24-01`), by its title, or by the class type it pays
 * (`order-class-training`); SUBSIDY_UNKNOWN names the nearest word.
 */
export function subsidyNamed(snapshot: PolicySnapshot, name: string): Result<string, 'SUBSIDY_UNKNOWN'> {
  const names = namesOf(snapshot);
  const key = names.get(name);
  if (key !== undefined) return accept(key);
  const unknown = subsidyOf(snapshot, name);
  if (unknown.ok) return accept(name);
  const nearest = nearestWord(name, [...names.keys()]);
  return refuse('SUBSIDY_UNKNOWN', { ...unknown.refusal, params: { ...unknown.refusal.params, nearest } });
}
