import { randomUUID } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, encryptField, type Answer, type Tx } from '#libs/platform';
import { accept, maskName, refuse, type Result } from '#libs/policy';
import { maskedAccount, type Account } from '../domain/account.ts';
import type { ClaimBasis } from '../domain/claim-basis.ts';
import { givenFaults } from '../domain/given-faults.ts';
import type { GivenSubject } from '../domain/given-subject.ts';
import { readDeclared } from '../domain/read-declared.ts';
import { touchClaim } from '../persistence/claim.query.ts';
import { dropAllLines, dropSubjects, insertSubjects } from '../persistence/subject.query.ts';
import { targetOfClaim, type ClaimTarget } from './claim-target.ts';
import { findSubjects, type FoundSubject } from './find-subjects.ts';
import { keepPrepared } from './keep-prepared.ts';
import { ownEditableClaim } from './own-claim.ts';
import { prepareAgain } from './prepare-claim.ts';

interface KeptSubject {
  readonly id: string;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The facts as they are kept, or everything wrong with who is named and what is declared. */
function readSubjects(target: ClaimTarget, given: readonly GivenSubject[]): Result<readonly KeptSubject[]> {
  const errors = givenFaults(target.basis, given);
  const kept = given.map((subject, index): KeptSubject => {
    const at = `/subjects/${index}`;
    const { facts, faults } = readDeclared(
      { rule: target.rule, basis: target.basis, groups: Object.keys(target.snapshot.groups) },
      subject.facts ?? {},
      `${at}/facts`,
    );
    errors.push(...faults);
    return { id: randomUUID(), facts };
  });
  return errors.length === 0 ? accept(kept) : refuse('SUBJECTS_INVALID', { errors });
}

/** The account as it is kept: everything encrypted, with what lists may show. */
function accountOf({ account, name, unitName }: GivenSubject, id: string): Readonly<Record<string, string | null>> {
  if (account === undefined) return { account: null, accountMasked: null, payeeShown: null };
  const holder = account.holder ?? unitName ?? name ?? '';
  const kept: Account = { name: holder, bank: account.bank, number: account.number.replaceAll(/[\s-]/g, '').toUpperCase() };
  const cipher = encryptField(JSON.stringify(kept), `finance.claim_subject.account_cipher|${id}`);
  const payeeShown = unitName === undefined ? maskName(holder) : holder;
  return { account: cipher.toString('hex'), accountMasked: maskedAccount(kept.number), payeeShown };
}

function rowsOf(given: readonly GivenSubject[], kept: readonly KeptSubject[], found: readonly FoundSubject[]): object[] {
  return given.map((subject, index) => {
    const [own, who] = [kept[index], found[index]];
    if (!own || !who) throw new Error('a subject was lost');
    const { period, reference } = subject;
    return {
      ...{ id: own.id, ordinal: index + 1, personId: who.personId, unitId: who.unitId, facts: own.facts, reference: reference ?? null },
      fromMonth: period === undefined ? null : `${period.from}-01`,
      toMonth: period === undefined ? null : `${period.to}-01`,
      ...accountOf(subject, own.id),
    };
  });
}

export interface PutSubjects {
  readonly basis: ClaimBasis;
  readonly subjects: number;
}

/**
 * Replaces whom a claim is about and what is declared of each, all of them or none; the lines are computed anew. Persons of a class are those
 * enrolled: for them only facts are declared that the class's own records do not tell.
 */
export async function putSubjects(
  tx: Tx,
  actor: Actor,
  { claimId, version }: { readonly claimId: string; readonly version: number },
  given: readonly GivenSubject[],
): Promise<Result<Answer<PutSubjects>>> {
  const claim = await ownEditableClaim(tx, actor, claimId);
  if (!claim.ok) return claim;
  if (claim.value.version !== version) return refuse('VERSION_STALE', { params: { current: claim.value.version } });
  const target = await targetOfClaim(tx, actor, claim.value);
  if (!target.ok) return target;
  const kept = readSubjects(target.value, given);
  if (!kept.ok) return kept;
  const found = await findSubjects(tx, target.value, given);
  if (!found.ok) return found;
  await tx.rows(dropAllLines, [claimId]);
  await tx.rows(dropSubjects, [claimId]);
  await tx.rows(insertSubjects, [claimId, JSON.stringify(rowsOf(given, kept.value, found.value))]);
  const touched = await tx.one<{ version: number }>(touchClaim, [claimId]);
  if (!touched) throw new Error('the claim was not touched');
  const prepared = await prepareAgain(tx, actor, claim.value);
  if (!prepared.ok) return prepared;
  await keepPrepared(tx, claimId, prepared.value);
  await audit(tx, {
    actor,
    act: 'claim-subjects-put',
    subject: { kind: 'claim', id: claimId },
    caseId: claimId,
    details: { subjects: given.length },
  });
  return accept({ body: { basis: target.value.basis, subjects: given.length }, version: touched.version });
}
