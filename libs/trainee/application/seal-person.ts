import { blindIndex, encryptField, uuidV7 } from '#libs/platform';
import { maskIdentityNumber } from '#libs/policy';
import type { RosterPerson } from '../domain/roster/judge-row.ts';

/** One person of a roster, ready to be kept: nothing in clear but what lists may show. */
export interface SealedPerson {
  readonly row: number;
  readonly personId: string;
  readonly isKnown: boolean;
  readonly idIndex: Buffer;
  readonly nameCipher: Buffer;
  readonly idNumberCipher: Buffer | null;
  readonly maskedIdNumber: string;
  readonly category: string;
  readonly enrollmentId: string;
  readonly detailsCipher: Buffer;
}

export function idIndexOf(idNumber: string): Buffer {
  return blindIndex('id-number', idNumber);
}

/** Encrypts a person for the id they have, or will get. */
export function sealPerson(person: RosterPerson, idIndex: Buffer, knownAs: string | undefined): SealedPerson {
  const personId = knownAs ?? uuidV7();
  const enrollmentId = uuidV7();
  const { row, name, idNumber, category, phone, card, details, gender, birthDate } = person;
  const kept = JSON.stringify({ ...details, phone, card, gender, birthDate });
  return {
    ...{ row, personId, isKnown: knownAs !== undefined, idIndex, category, enrollmentId, maskedIdNumber: maskIdentityNumber(idNumber) },
    nameCipher: encryptField(name, `trainee.person.name_cipher|${personId}`),
    idNumberCipher: knownAs === undefined ? encryptField(idNumber, `trainee.person.id_number_cipher|${personId}`) : null,
    detailsCipher: encryptField(kept, `trainee.enrollment.details_cipher|${enrollmentId}`),
  };
}
