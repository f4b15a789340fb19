import { decryptField, encryptField } from './field-cipher.ts';

/** Who somebody is, as on the identity card. */
export interface PersonalIdentity {
  readonly idNumber: string;
  readonly name: string;
}

function placeOf(personId: string): string {
  return `trainee.person.identity_cipher|${personId}`;
}

/** Name and number of a person as one ciphertext, bound to the person's id: a roster of ten thousand is encrypted once a person, not once a field. */
export function sealIdentity(personId: string, { idNumber, name }: PersonalIdentity): Buffer {
  return encryptField(`${idNumber}\n${name}`, placeOf(personId));
}

/** Reads back who somebody is; throws when the ciphertext was altered, moved to another person, or written with another key. */
export function openIdentity(personId: string, cipher: Buffer): PersonalIdentity {
  const text = decryptField(cipher, placeOf(personId));
  const end = text.indexOf('\n');
  return { idNumber: text.slice(0, end), name: text.slice(end + 1) };
}
