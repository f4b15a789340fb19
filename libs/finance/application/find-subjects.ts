import { randomUUID } from 'node:crypto';
import { blindIndex, openIdentity, sealIdentity, type Tx } from '#libs/platform';
import { accept, maskIdentityNumber, refuse, type Refusal, type Result } from '#libs/policy';
import { identityNumberOf, unitKeyOf } from '../domain/given-faults.ts';
import type { GivenSubject } from '../domain/given-subject.ts';
import { enrolledIn, registerPeople, registerUnits } from '../persistence/subject.query.ts';
import type { ClaimTarget } from './claim-target.ts';

/** Whom a subject is about. */
export interface FoundSubject {
  readonly personId: string;
  readonly unitId: string | null;
}

/** Of persons who were never on a roster. */
const UNSORTED = '未分类';

interface Registered {
  readonly ordinal: number;
  readonly personId: string;
  readonly name: Buffer;
}

/** Persons by their number; who is known under another name is told, so that a wrong number cannot take over somebody's history. */
async function findPeople(tx: Tx, given: readonly GivenSubject[]): Promise<Result<readonly FoundSubject[]>> {
  const people = given.map((subject, index) => {
    const [id, number, name] = [randomUUID(), identityNumberOf(subject), (subject.name ?? '').trim().normalize('NFC')];
    return {
      ...{ id, ordinal: index, maskedIdNumber: maskIdentityNumber(number), category: UNSORTED },
      idIndex: blindIndex('id-number', number).toString('hex'),
      identityCipher: sealIdentity(id, { idNumber: number, name }).toString('hex'),
    };
  });
  const found = await tx.rows<Registered>(registerPeople, [JSON.stringify(people)]);
  const differs = found.flatMap(({ ordinal, personId, name }): Refusal[] => {
    const known = openIdentity(personId, name).name;
    if (known === (given[ordinal]?.name ?? '').trim().normalize('NFC')) return [];
    return [{ code: 'SUBJECT_NAME_DIFFERS', pointer: `/subjects/${ordinal}/name`, params: { row: ordinal + 1 } }];
  });
  if (differs.length > 0) return refuse('SUBJECTS_INVALID', { errors: differs });
  return accept(found.map(({ personId }) => ({ personId, unitId: null })));
}

async function findUnits(
  tx: Tx,
  { region, subsidy }: ClaimTarget,
  given: readonly GivenSubject[],
): Promise<Result<readonly FoundSubject[]>> {
  const units = given.map((subject, ordinal) => ({ ordinal, name: (subject.unitName ?? '').trim(), key: unitKeyOf(subject) }));
  const found = await tx.rows<{ id: string }>(registerUnits, [region, subsidy, JSON.stringify(units)]);
  return accept(found.map(({ id }) => ({ personId: id, unitId: id })));
}

async function findEnrolled(tx: Tx, { classes }: ClaimTarget, given: readonly GivenSubject[]): Promise<Result<readonly FoundSubject[]>> {
  const there = await tx.rows<{ personId: string }>(enrolledIn, [classes.map(({ id }) => id)]);
  const persons = new Set(there.map(({ personId }) => personId));
  const strangers = given.flatMap(({ personId = '' }, index): Refusal[] =>
    persons.has(personId) ? [] : [{ code: 'SUBJECT_NOT_ENROLLED', pointer: `/subjects/${index}/personId`, params: { row: index + 1 } }],
  );
  if (strangers.length > 0) return refuse('SUBJECTS_INVALID', { errors: strangers });
  return accept(given.map(({ personId = '' }) => ({ personId, unitId: null })));
}

/** Finds, or registers, everybody a claim is about, in the order they were given. */
export function findSubjects(tx: Tx, target: ClaimTarget, given: readonly GivenSubject[]): Promise<Result<readonly FoundSubject[]>> {
  switch (target.basis) {
    case 'list':
      return findPeople(tx, given);
    case 'unit':
      return findUnits(tx, target, given);
    case 'class':
    case 'order':
      return findEnrolled(tx, target, given);
  }
}
