import { ageOn, checkIdentityNumber, type IdentityFault } from '#libs/policy';
import type { RosterFindingCode } from './finding.ts';
import { dayOfText, digitsOfNumber, normaliseCode } from './normalise.ts';
import type { RosterContext } from './roster-context.ts';
import type { Find, RowCells } from './row-cells.ts';

export interface Identity {
  readonly idNumber: string;
  readonly birthDate: string;
  readonly gender: 'male' | 'female';
}

/** Digits a numeric cell holds exactly; Excel turns those beyond into zeros. */
const EXACT_DIGITS = 15;
/** Kinds of document whose number follows GB 11643: citizens, residents from 港澳台, and foreigners with permanent residence. */
const KINDS = [/居民身份证|^身份证/, /居住证/, /外国人永久居留/];

const FINDINGS: Readonly<Record<IdentityFault, RosterFindingCode>> = {
  ID_LENGTH: 'ROSTER_ID_LENGTH',
  ID_CHARACTERS: 'ROSTER_ID_CHARACTERS',
  ID_15_DIGIT: 'ROSTER_ID_15_DIGIT',
  ID_CHECKSUM: 'ROSTER_ID_CHECKSUM',
  ID_BIRTHDATE: 'ROSTER_ID_BIRTHDATE',
};

/** Judges the identity number and what repeats it (sex, day of birth, age); undefined where the number itself cannot stand. */
export function judgeIdentity(cells: RowCells, context: RosterContext, find: Find): Identity | undefined {
  const kind = cells.text('idType').trim();
  if (kind !== '' && !KINDS.some((pattern) => pattern.test(kind))) {
    find('ROSTER_ID_TYPE_UNSUPPORTED', 'idType');
    return undefined;
  }
  const number = readNumber(cells, find);
  if (number === undefined) return undefined;
  const checked = checkIdentityNumber(number);
  if (!checked.ok) {
    find(FINDINGS[checked.refusal.code], 'idNumber', checked.refusal.params);
    return undefined;
  }
  judgeRepetitions(cells, checked.value, find);
  judgeAge(checked.value.birthDate, context, find);
  return { idNumber: number, birthDate: checked.value.birthDate, gender: checked.value.gender };
}

function readNumber(cells: RowCells, find: Find): string | undefined {
  const text = cells.text('idNumber');
  if (text.trim() === '' || cells.isFault('idNumber')) return undefined;
  const isNumber = cells.isNumber('idNumber') || (text.includes('+') && /^\s*\d(?:\.\d+)?E\+\d+\s*$/i.test(text));
  if (!isNumber) return normaliseCode(text);
  const digits = digitsOfNumber(text.trim());
  if (digits.length <= EXACT_DIGITS) return digits;
  find('ROSTER_ID_NUMERIC_CELL', 'idNumber');
  return undefined;
}

function judgeRepetitions(cells: RowCells, { gender, birthDate }: Omit<Identity, 'idNumber'>, find: Find): void {
  const gendered = cells.text('gender');
  const stated = gendered === '' ? undefined : /^(男|女)性?$/.exec(gendered.trim())?.[1];
  if (stated !== undefined && (stated === '男') !== (gender === 'male')) find('ROSTER_GENDER_MISMATCH', 'gender');
  const day = dayOfText(cells.text('birthDate'));
  if (day !== undefined && day !== birthDate) find('ROSTER_BIRTHDATE_MISMATCH', 'birthDate');
}

function judgeAge(birthDate: string, context: RosterContext, find: Find): void {
  if (!context.age) return;
  const age = ageOn(birthDate, context.startsOn);
  const { minimum, maximum } = context.age;
  if (age < minimum) find('ROSTER_AGE_UNDER', 'idNumber', { minimum, on: context.startsOn });
  if (age > maximum) find('ROSTER_AGE_OVER', 'idNumber', { maximum, on: context.startsOn });
}
