import { checkIdentityNumber, type Refusal } from '#libs/policy';
import type { ClaimBasis } from './claim-basis.ts';
import type { GivenSubject } from './given-subject.ts';
import { monthsBetween } from './months.ts';

/** An identity number without typing habits. */
export function identityNumberOf({ idNumber = '' }: GivenSubject): string {
  return idNumber.normalize('NFKC').replaceAll(/\s/g, '').toUpperCase();
}

/** The same name, whatever its spaces, brackets and widths, is the same unit. */
export function unitKeyOf({ unitName = '' }: GivenSubject): string {
  return unitName
    .normalize('NFKC')
    .replaceAll(/[\s()·.,、，。-]/g, '')
    .toUpperCase();
}

/** By what a subject of a claim is told from another. */
function keyOf(basis: ClaimBasis, subject: GivenSubject): string {
  switch (basis) {
    case 'list':
      return identityNumberOf(subject);
    case 'unit':
      return unitKeyOf(subject);
    case 'class':
    case 'order':
      return subject.personId ?? '';
  }
}

function identityFaults(basis: ClaimBasis, subject: GivenSubject, at: string): Refusal[] {
  if (basis === 'unit') return unitKeyOf(subject) === '' ? [{ code: 'SUBJECT_UNIT_MISSING', pointer: `${at}/unitName` }] : [];
  if (basis !== 'list') return [];
  const faults: Refusal[] = (subject.name ?? '').trim() === '' ? [{ code: 'SUBJECT_PERSON_MISSING', pointer: `${at}/name` }] : [];
  const checked = checkIdentityNumber(identityNumberOf(subject));
  return checked.ok ? faults : [...faults, { ...checked.refusal, pointer: `${at}/idNumber` }];
}

function periodFaults({ period }: GivenSubject, at: string): Refusal[] {
  if (period === undefined || monthsBetween(period.from, period.to)) return [];
  return [{ code: 'PERIOD_INVALID', pointer: `${at}/period`, params: { from: period.from, to: period.to } }];
}

/** Everything wrong with who is named and for when, before anybody is looked up. */
export function givenFaults(basis: ClaimBasis, given: readonly GivenSubject[]): Refusal[] {
  const first = new Map<string, number>();
  return given.flatMap((subject, index) => {
    const at = `/subjects/${index}`;
    const key = keyOf(basis, subject);
    const before = first.get(key);
    if (before === undefined) first.set(key, index);
    const isTwice = before !== undefined && key !== '';
    const twice: Refusal[] = isTwice ? [{ code: 'SUBJECT_TWICE', pointer: at, params: { row: index + 1, first: before + 1 } }] : [];
    return [...identityFaults(basis, subject, at), ...periodFaults(subject, at), ...twice];
  });
}
