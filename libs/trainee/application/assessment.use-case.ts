import type { Actor } from '#libs/contracts';
import { audit, lockCase, outboxAdvance, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Refusal, type Result } from '#libs/policy';
import * as query from '../persistence/assessment.query.ts';
import { classById, stageOutcome, type ClassFacts } from '../persistence/class.query.ts';

export interface CertificateOf {
  readonly number: string;
  readonly kind: string;
  readonly level?: number;
  readonly issuedOn: string;
}

export interface AssessmentResult {
  readonly enrollmentId: string;
  readonly outcome: 'passed' | 'failed' | 'absent';
  readonly theoryScore?: number;
  readonly practiceScore?: number;
  readonly assessedOn: string;
  readonly certificate?: CertificateOf;
}

async function assignedClass(tx: Tx, actor: Actor, classId: string): Promise<Result<ClassFacts>> {
  await lockCase(tx, classId);
  const row = await tx.one<ClassFacts>(classById, [classId]);
  if (!row || actor.institutionId === undefined || row.evaluationBodyId !== actor.institutionId) return refuse('NOT_FOUND');
  const completion = await tx.one<{ outcome: string | null }>(stageOutcome, [classId, 'completion']);
  return completion?.outcome === 'approved' ? accept(row) : refuse('ASSESSMENT_TOO_EARLY');
}

/** The evaluation body takes the completion roster over (XZ24 二(二)(4)). */
export async function acceptAssessment(tx: Tx, actor: Actor, classId: string): Promise<Result<Answer<{ examinees: number }>>> {
  const of = await assignedClass(tx, actor, classId);
  if (!of.ok) return of;
  await tx.rows(query.acceptAssessment, [classId, actor.institutionId, actor.personId]);
  const people = await tx.rows<query.Examinee>(query.examinees, [classId]);
  await audit(tx, {
    actor,
    act: 'assessment-accepted',
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { examinees: people.length },
  });
  return accept({ body: { examinees: people.length } });
}

function findings(
  results: readonly AssessmentResult[],
  examinees: ReadonlyMap<string, query.Examinee>,
  taken: ReadonlySet<string>,
): Refusal[] {
  const seen = new Set<string>();
  const numbers = new Set<string>(taken);
  return results.flatMap((result, index): Refusal[] => {
    const at = `/results/${index}`;
    const found: Refusal[] = [];
    const person = examinees.get(result.enrollmentId);
    if (!person) found.push({ code: 'ASSESSMENT_PERSON_UNKNOWN', pointer: `${at}/enrollmentId` });
    else if (seen.has(result.enrollmentId) || person.outcome !== null)
      found.push({ code: 'ASSESSMENT_TWICE', pointer: `${at}/enrollmentId` });
    seen.add(result.enrollmentId);
    if (result.certificate) {
      if (result.outcome !== 'passed') found.push({ code: 'CERTIFICATE_WITHOUT_PASS', pointer: `${at}/certificate` });
      if (numbers.has(result.certificate.number)) found.push({ code: 'CERTIFICATE_NUMBER_TAKEN', pointer: `${at}/certificate/number` });
      numbers.add(result.certificate.number);
    }
    return found;
  });
}

/** Records results and certificates, all of the request or none; when everybody on the roster has one, the assessment is complete and the road is told. */
export async function recordResults(
  tx: Tx,
  actor: Actor,
  classId: string,
  results: readonly AssessmentResult[],
): Promise<Result<Answer<{ recorded: number; open: number }>>> {
  const of = await assignedClass(tx, actor, classId);
  if (!of.ok) return of;
  const assessment = await tx.one<{ completedAt: Date | null }>(query.assessmentOf, [classId]);
  if (!assessment) return refuse('ASSESSMENT_NOT_ACCEPTED');
  if (assessment.completedAt !== null) return refuse('ASSESSMENT_COMPLETE');
  const people = await tx.rows<query.Examinee>(query.examinees, [classId]);
  const examinees = new Map(people.map((person) => [person.id, person]));
  const numbers = results.flatMap(({ certificate }) => (certificate ? [certificate.number] : []));
  const taken = new Set((await tx.rows<{ number: string }>(query.takenNumbers, [numbers])).map(({ number }) => number));
  const errors = findings(results, examinees, taken);
  if (errors.length > 0) return refuse('ASSESSMENT_INVALID', { params: { errors: errors.length }, errors });
  await tx.rows(query.insertResults, [classId, actor.personId, JSON.stringify(results)]);
  const certificates = results.flatMap(({ enrollmentId, certificate }) =>
    certificate
      ? [{ ...certificate, level: certificate.level ?? null, enrollmentId, personId: examinees.get(enrollmentId)?.personId }]
      : [],
  );
  await tx.rows(query.insertCertificates, [classId, actor.personId, JSON.stringify(certificates)]);
  const open = people.filter(({ outcome }) => outcome === null).length - results.length;
  if (open === 0) {
    await tx.rows(query.completeAssessment, [classId]);
    await outboxAdvance(tx, { road: 'class', id: classId, reason: 'assessment-complete' });
  }
  await audit(tx, {
    actor,
    act: 'results-recorded',
    subject: { kind: 'class', id: classId },
    caseId: classId,
    details: { recorded: results.length, open },
  });
  return accept({ status: 201, body: { recorded: results.length, open } });
}
