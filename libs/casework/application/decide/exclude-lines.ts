import type { Actor } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import type { LineExclusion } from '../../domain/decision.ts';
import { claimPersons, insertExclusions } from '../../persistence/decision.query.ts';

interface ClaimPerson {
  readonly lineId: string;
  readonly personId: string;
}

interface NamedExclusion extends LineExclusion {
  readonly personId: string;
}

function named(exclusions: readonly LineExclusion[], persons: readonly ClaimPerson[]): Result<NamedExclusion[]> {
  const errors: Refusal[] = [];
  const found = exclusions.flatMap((one, index) => {
    const person = persons.find(({ personId, lineId }) => (one.personId === undefined ? lineId === one.lineId : personId === one.personId));
    if (person) return [{ ...one, personId: person.personId }];
    errors.push({ code: 'EXCLUSION_PERSON_UNKNOWN', pointer: `/exclusions/${index}`, params: { row: index + 1 } });
    return [];
  });
  const [first] = errors;
  return first ? { ok: false, refusal: { ...first, errors } } : accept(found);
}

/**
 * Leaves persons out of a claim, each with a reason and a clause (AMB-44: partial rejection by person). Refuses who is not on the claim,
 * and, unless `evenAll`, the exclusion of everybody: that is a refusal of the claim.
 */
export async function excludeLines(
  tx: Tx,
  actor: Actor,
  claimId: string,
  decisionId: string,
  exclusions: readonly LineExclusion[],
  { evenAll = false } = {},
): Promise<Result<readonly string[]>> {
  if (exclusions.length === 0) return accept([]);
  const persons = await tx.rows<ClaimPerson>(claimPersons, [claimId]);
  const result = named(exclusions, persons);
  if (!result.ok) return result;
  const left = new Set(persons.map(({ personId }) => personId));
  for (const { personId } of result.value) left.delete(personId);
  if (left.size === 0 && !evenAll) return refuse('EXCLUSION_OF_ALL', { pointer: '/exclusions' });
  const rows = result.value.map(({ personId, reasonCode, clause }) => ({ personId, reasonCode, clause: clause ?? null }));
  const done = await tx.rows<{ personId: string }>(insertExclusions, [claimId, decisionId, actor.personId, JSON.stringify(rows)]);
  return accept(done.map(({ personId }) => personId));
}
