import { isPlainDate } from '../calendar/plain-date.ts';
import { accept, refuse, type Result } from '../result.ts';

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK = '10X98765432';
const LENGTH = WEIGHTS.length + 1;

function checkCharacter(digits: string): string {
  let sum = 0;
  for (let index = 0; index < WEIGHTS.length; index++) sum += (WEIGHTS[index] ?? 0) * (digits.charCodeAt(index) - 48);
  return CHECK[sum % 11] ?? '';
}

export interface IdentityFacts {
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
}

/** What is wrong with a number; texts are those of the place where it was written. */
export type IdentityFault = 'ID_LENGTH' | 'ID_CHARACTERS' | 'ID_15_DIGIT' | 'ID_CHECKSUM' | 'ID_BIRTHDATE';

/** Checks an identity number of 18 characters (GB 11643-1999) and reads what it says of its holder. The number itself is never repeated. */
export function checkIdentityNumber(text: string): Result<IdentityFacts, IdentityFault> {
  const number = text.toUpperCase();
  if (number.length !== LENGTH && /^\d{15}$/.test(number)) return refuse('ID_15_DIGIT');
  if (number.length !== LENGTH) return refuse('ID_LENGTH', { params: { length: number.length } });
  if (!/^\d{17}[\dX]$/.test(number)) return refuse('ID_CHARACTERS');
  const birthDate = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isPlainDate(birthDate)) return refuse('ID_BIRTHDATE');
  const expected = checkCharacter(number);
  if (number[17] !== expected) return refuse('ID_CHECKSUM', { params: { expected } });
  return accept({ birthDate, gender: Number(number[16]) % 2 === 1 ? 'male' : 'female' });
}

/** A number that holds but belongs to nobody we know: for demonstrations and tests. `sequence` 0–999; odd ones are men. */
export function syntheticIdentityNumber(of: { readonly region: string; readonly birthDate: string; readonly sequence: number }): string {
  const digits = `${of.region}${of.birthDate.replaceAll('-', '')}${String(of.sequence % 1000).padStart(3, '0')}`;
  return digits + checkCharacter(digits);
}
