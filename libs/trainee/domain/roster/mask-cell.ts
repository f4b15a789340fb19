import { maskIdentityNumber } from '#libs/policy';
import type { RosterField } from '../../roster/roster-columns.ts';

/** Characters of a personal value that stay: at its beginning and at its end. */
const KEPT: Readonly<Partial<Record<RosterField, readonly [first: number, last: number]>>> = {
  name: [1, 0],
  idNumber: [0, 0],
  birthDate: [4, 0],
  household: [3, 0],
  phone: [3, 4],
  categoryProof: [0, 4],
  card: [0, 4],
  voucher: [0, 4],
};
const IDENTITY_CHARACTERS = 18;

/** Whether a column tells who somebody is; the other columns are shown as they stand. */
export function isPersonal(field: RosterField): boolean {
  return field in KEPT;
}

/** A personal value as lists show it; too short a value is not shown at all. */
export function maskCell(field: RosterField, value: string): string {
  const characters = [...value.trim()];
  if (field === 'idNumber' && characters.length === IDENTITY_CHARACTERS) return maskIdentityNumber(characters.join(''));
  const [first, last] = KEPT[field] ?? [0, 0];
  if (characters.length < 2 * Math.max(first, last)) return '****';
  return `${characters.slice(0, first).join('')}${field === 'name' ? '**' : '****'}${last === 0 ? '' : characters.slice(-last).join('')}`;
}
