import type { Actor } from '#libs/contracts';
import { sightOf } from '#libs/identity';
import { audit, openIdentity, type Tx } from '#libs/platform';
import { maskName } from '#libs/policy';
import { hasInitials } from '../domain/pinyin-initials.ts';
import {
  casesByNumber,
  casesByTitle,
  casesOfInstitutions,
  institutionNames,
  peopleByEnding,
  type FoundCase,
  type FoundPersonRow,
} from '../persistence/search.query.ts';

export interface Hit extends FoundCase {
  readonly because: 'number' | 'institution' | 'title' | 'person';
  /** For a person: the surname and the masked number. */
  readonly person: string | null;
}

const LIMIT = 20;
/** 张三 1234: a name and the last four signs of the identity number. */
const PERSON = /^(\p{Script=Han}[\p{Script=Han}·]{1,29})\s*([0-9]{3}[0-9Xx])$/u;

/**
 * Finds cases by number, institution (also by pinyin initials), title, or somebody's name with the last four of their number. Only what the
 * actor may see is found; each search for a person is noted, without the name.
 */
export async function search(tx: Tx, actor: Actor, text: string): Promise<readonly Hit[]> {
  const sight = sightOf(actor);
  const wanted = text.normalize('NFKC').trim();
  if (!sight || wanted.length < 2) return [];
  const scope = [sight.regionScope ?? null, sight.institutionId ?? null, sight.hidden];
  const person = PERSON.exec(wanted);
  if (person) return byPerson(tx, actor, scope, person[1] ?? '', (person[2] ?? '').toUpperCase());
  const by = (because: Hit['because'], rows: readonly FoundCase[]): Hit[] => rows.map((row) => ({ ...row, because, person: null }));
  const number = /^[A-Za-z0-9-]{3,}$/.test(wanted) ? await tx.rows<FoundCase>(casesByNumber, [...scope, wanted.toUpperCase()]) : [];
  const names = await tx.rows<{ id: string; name: string }>(institutionNames, scope);
  const initials = wanted.toLowerCase();
  const institutions = names.filter(({ name }) => name.includes(wanted) || (/^[a-z]{2,}$/.test(initials) && hasInitials(name, initials)));
  const ofInstitutions =
    institutions.length === 0 ? [] : await tx.rows<FoundCase>(casesOfInstitutions, [...scope, institutions.map(({ id }) => id)]);
  const title = await tx.rows<FoundCase>(casesByTitle, [...scope, wanted.replaceAll(/[\\%_]/g, '\\$&')]);
  return unique([...by('number', number), ...by('institution', ofInstitutions), ...by('title', title)]);
}

async function byPerson(tx: Tx, actor: Actor, scope: readonly unknown[], name: string, ending: string): Promise<readonly Hit[]> {
  const rows = await tx.rows<FoundPersonRow>(peopleByEnding, [...scope, ending]);
  const found = rows.filter(({ identityCipher, personId }) => openIdentity(personId, identityCipher).name === name);
  await audit(tx, {
    actor,
    act: 'person-searched',
    subject: { kind: 'search', id: actor.accountId },
    details: { found: [...new Set(found.map(({ personId }) => personId))] },
  });
  return unique(
    found.map(({ personId: _id, identityCipher: _name, maskedIdNumber, ...row }) => ({
      ...row,
      because: 'person' as const,
      person: `${maskName(name)} ${maskedIdNumber}`,
    })),
  );
}

function unique(hits: readonly Hit[]): readonly Hit[] {
  return [...new Map(hits.map((hit) => [hit.id, hit])).values()].slice(0, LIMIT);
}
