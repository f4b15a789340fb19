import type { Actor } from '#libs/contracts';
import { audit, clockOf, lockCase, paperTypeOf, type Answer, type FileStore, type Tx, type Upload } from '#libs/platform';
import { accept, refuse, valueOf, type Result } from '#libs/policy';
import { snapshotOf } from '#libs/rulebook';
import { insertProof, proofById, voidProof } from '../persistence/assessment.query.ts';
import { enrollmentById, type EnrollmentRow } from '../persistence/enrollment.query.ts';
import type { ClassFacts } from '../persistence/class.query.ts';
import { ownClass } from './own-class.ts';

export interface EmploymentProof {
  readonly kind: 'contract' | 'wage' | 'social-insurance';
  readonly termMonths?: number;
  readonly employer: string;
  readonly employedOn: string;
}

/** Months the class's policy asks of a contract; other proofs have no term (AMB-11). */
async function minimumMonths(tx: Tx, of: ClassFacts): Promise<Result<number>> {
  const process = of.snapshotHash === null ? undefined : (await snapshotOf(tx, of.snapshotHash)).process[of.classType];
  return process
    ? valueOf(process.claim.employmentProof.minimumMonths, 'claim.employmentProof.minimumMonths')
    : refuse('EMPLOYMENT_TOO_EARLY');
}

function checkTerm(proof: EmploymentProof, minimum: number): Result<void> {
  if (proof.kind !== 'contract')
    return proof.termMonths === undefined ? accept(undefined) : refuse('EMPLOYMENT_TERM_NOT_HERE', { pointer: '/termMonths' });
  if (proof.termMonths === undefined) return refuse('EMPLOYMENT_TERM_MISSING', { pointer: '/termMonths' });
  return proof.termMonths < minimum
    ? refuse('EMPLOYMENT_CONTRACT_SHORT', { pointer: '/termMonths', params: { minimum } })
    : accept(undefined);
}

/** Records a proof that somebody trained is employed: a contract of a year or more, wages, or social insurance (XZ24 三(一); AMB-11). */
export async function recordProof(
  tx: Tx,
  actor: Actor,
  of: { readonly enrollmentId: string; readonly proof: EmploymentProof; readonly upload: Upload; readonly files: FileStore },
): Promise<Result<Answer<{ id: string }>>> {
  const { enrollmentId, proof, upload } = of;
  const enrollment = await tx.one<EnrollmentRow>(enrollmentById, [enrollmentId]);
  if (!enrollment) return refuse('NOT_FOUND');
  await lockCase(tx, enrollment.classId);
  const own = await ownClass(tx, actor, enrollment.classId);
  if (!own.ok) return own;
  if (!enrollment.isCompleted) return refuse('EMPLOYMENT_TOO_EARLY');
  const minimum = await minimumMonths(tx, own.value);
  if (!minimum.ok) return minimum;
  const term = checkTerm(proof, minimum.value);
  if (!term.ok) return term;
  const { today } = await clockOf(tx);
  if (proof.employedOn > today) return refuse('EMPLOYMENT_DATES', { pointer: '/employedOn' });
  const { startsOn } = own.value;
  if (proof.employedOn < startsOn) return refuse('EMPLOYMENT_BEFORE_TRAINING', { pointer: '/employedOn', params: { startsOn } });
  const mime = await paperTypeOf(upload.bytes, 'scan');
  if (!mime.ok) return mime;
  const sha256 = await of.files.put(tx, upload.bytes, mime.value);
  const isContract = proof.kind === 'contract';
  const row = await tx.one<{ id: string }>(insertProof, [
    ...[enrollmentId, enrollment.classId, proof.kind, isContract ? proof.termMonths : null, isContract ? minimum.value : null],
    ...[proof.employer, proof.employedOn, sha256, actor.personId],
  ]);
  if (!row) throw new Error('the proof was not written');
  await audit(tx, {
    actor,
    act: 'employment-recorded',
    subject: { kind: 'enrollment', id: enrollmentId },
    caseId: enrollment.classId,
    details: { kind: proof.kind, sha256 },
  });
  return accept({ status: 201, body: row });
}

/** Takes a wrong proof back; it stays on record as void. */
export async function voidEmploymentProof(tx: Tx, actor: Actor, proofId: string): Promise<Result<Answer<{ id: string }>>> {
  const proof = await tx.one<{ classId: string }>(proofById, [proofId]);
  if (!proof) return refuse('NOT_FOUND');
  await lockCase(tx, proof.classId);
  const own = await ownClass(tx, actor, proof.classId);
  if (!own.ok) return own;
  const row = await tx.one<{ id: string }>(voidProof, [proofId, actor.personId]);
  if (!row) return refuse('EMPLOYMENT_FIXED');
  await audit(tx, { actor, act: 'employment-voided', subject: { kind: 'employment-proof', id: proofId }, caseId: proof.classId });
  return accept({ body: row });
}
