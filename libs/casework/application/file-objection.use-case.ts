import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '#libs/contracts';
import { audit, clockOf, encryptField, lockCase, outboxStart, RefusalError, type Answer, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { claimFacts, type ClaimFacts } from '../persistence/case-facts.query.ts';
import { insertObjection, nextReceipt } from '../persistence/objection.query.ts';
import { lastOutcome, noticeById, personsOfLines, type PublishedNotice } from '../persistence/public-notice.query.ts';
import { planOfCase } from './plan-of-case.ts';
import { wakeClaim } from './wake-claim.ts';

export interface NewObjection {
  /** Lines of the notice objected to; none: the whole claim. */
  readonly lines?: readonly number[];
  readonly isWholeClaim?: boolean;
  readonly facts: string;
  readonly contact?: string;
}

export interface ObjectionReceipt {
  readonly receiptNumber: string;
  /** Shown once; with it the objector follows or withdraws the objection. */
  readonly secret: string;
  readonly dueOn: string;
  readonly isLate: boolean;
}

export function secretHash(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** Whom the objection is about: persons of the lines, or null for the whole claim. */
async function targetsOf(
  tx: Tx,
  notice: PublishedNotice,
  { lines = [], isWholeClaim = false }: NewObjection,
): Promise<Result<readonly (string | null)[]>> {
  if (isWholeClaim === lines.length > 0) return refuse('OBJECTION_SCOPE', { pointer: '/lines' });
  if (isWholeClaim) return accept([null]);
  const found = await tx.rows<{ lineNumber: number; personId: string }>(personsOfLines, [notice.id, lines]);
  const unknown = lines.find((line) => !found.some(({ lineNumber }) => lineNumber === line));
  return unknown === undefined
    ? accept(found.map(({ personId }) => personId))
    : refuse('NOTICE_LINE_UNKNOWN', { pointer: '/lines', params: { line: unknown } });
}

async function replyDays(tx: Tx, claimId: string): Promise<number> {
  const facts = await tx.one<ClaimFacts>(claimFacts, [claimId]);
  if (!facts) throw new RefusalError({ code: 'CLAIM_UNKNOWN' });
  const { today } = await clockOf(tx);
  const { snapshotHash, region, classType, subsidy, isSpecialTask } = facts;
  return (await planOfCase(tx, { snapshotHash, region, classType, subsidy, isSpecialTask, on: today })).objection.budgetDays;
}

/**
 * Files an objection during the public notice, or lets an officer register one that came on paper or late. It holds only the persons it
 * names, from this moment (AMB-05); each person is an objection of its own under one receipt.
 */
export async function fileObjection(
  tx: Tx,
  noticeId: string,
  objection: NewObjection,
  officer: Actor | null,
): Promise<Result<Answer<ObjectionReceipt>>> {
  const notice = await tx.one<PublishedNotice>(noticeById, [noticeId]);
  if (!notice) return refuse('NOTICE_UNKNOWN');
  await lockCase(tx, notice.claimId);
  const last = await tx.one<{ stage: string; outcome: string | null }>(lastOutcome, [notice.claimId]);
  if (last?.outcome === 'paid') return refuse('OBJECTION_SETTLED');
  const targets = await targetsOf(tx, notice, objection);
  if (!targets.ok) return targets;
  const receiptNumber = (await tx.one<{ receipt: string }>(nextReceipt))?.receipt ?? '';
  const secret = randomBytes(12).toString('hex');
  const days = await replyDays(tx, notice.claimId);
  let filed: { dueOn: string; isLate: boolean } | undefined;
  for (const personId of targets.value) {
    const id = randomUUID();
    const facts = encryptField(objection.facts, `casework.objection.facts_cipher|${id}`);
    const contact = objection.contact === undefined ? null : encryptField(objection.contact, `casework.objection.contact_cipher|${id}`);
    const values = [
      id,
      notice.claimId,
      noticeId,
      personId,
      receiptNumber,
      secretHash(secret),
      facts,
      contact,
      officer?.personId ?? null,
      days,
    ];
    filed = await tx.one<{ dueOn: string; isLate: boolean }>(insertObjection, values);
    await outboxStart(tx, { road: 'objection', id });
    await audit(tx, {
      actor: officer,
      act: 'objection-filed',
      subject: { kind: 'objection', id },
      caseId: notice.claimId,
      details: { receiptNumber, isWholeClaim: personId === null },
    });
  }
  await wakeClaim(tx, notice.claimId, 'objection-filed');
  if (!filed) throw new Error('the objection was not written');
  return accept({ status: 201, body: { receiptNumber, secret, dueOn: filed.dueOn, isLate: filed.isLate } });
}
