import { blindIndex, sealIdentity, uuidV7 } from '#libs/platform';
import { maskIdentityNumber } from '#libs/policy';
import type { RosterPerson } from '../domain/roster/judge-row.ts';

/** One person of a roster, ready to be kept: nothing in clear but what lists may show. */
export interface SealedPerson {
  readonly row: number;
  readonly personId: string;
  readonly idIndex: Buffer;
  /** Null of a person who is known already: what is on record of them stays. */
  readonly identityCipher: Buffer | null;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly enrollmentId: string;
}

export function idIndexOf(idNumber: string): Buffer {
  return blindIndex('id-number', idNumber);
}

/** Encrypts a person for the id they will get, unless they have one. */
export function sealPerson(person: RosterPerson, idIndex: Buffer, knownAs: string | undefined): SealedPerson {
  const { row, category, idNumber } = person;
  const personId = knownAs ?? uuidV7();
  const identityCipher = knownAs === undefined ? sealIdentity(personId, person) : null;
  return { row, personId, idIndex, identityCipher, maskedIdNumber: maskIdentityNumber(idNumber), category, enrollmentId: uuidV7() };
}
