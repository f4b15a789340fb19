import type { Actor } from '#libs/contracts';
import { sightOf } from '#libs/identity';
import {
  audit,
  decodeIdCursor,
  decryptField,
  encryptField,
  lockCase,
  openIdentity,
  pageOf,
  type Answer,
  type Page,
  type Tx,
} from '#libs/platform';
import { accept, maskName, refuse, type Result } from '#libs/policy';
import * as query from '../../persistence/phone.query.ts';

/** What a trainee may say is wrong. */
export const disputeSubjects = ['roster', 'attendance', 'result', 'certificate', 'other'] as const;
export type DisputeSubject = (typeof disputeSubjects)[number];

export interface NewDispute {
  readonly classId: string;
  readonly subject: DisputeSubject;
  readonly text: string;
}

export const disputeOutcomes = ['upheld', 'dismissed'] as const satisfies readonly query.DisputeOutcome[];

export interface Dispute {
  readonly id: string;
  readonly classId: string;
  readonly enrollmentId: string;
  readonly className: string;
  readonly subject: string;
  readonly text: string;
  /** Surname and stars. */
  readonly name: string;
  readonly filedAt: Date;
  readonly answer: string | null;
  readonly answeredAt: Date | null;
  readonly outcome: query.DisputeOutcome | null;
  readonly institution: string | null;
  /** What the institution says about it. */
  readonly statement: string | null;
  readonly statedAt: Date | null;
  readonly version: number;
}

function shown(row: query.DisputeRow): Dispute {
  const { id, classId, enrollmentId, className, subject, filedAt, answeredAt, outcome, institution, statedAt, version } = row;
  return {
    ...{ id, classId, enrollmentId, className, subject, filedAt, answeredAt, outcome, institution, statedAt, version },
    text: decryptField(row.text, `trainee.dispute.text_cipher|${id}`),
    name: maskName(openIdentity(row.personId, row.name).name),
    answer: row.answer === null ? null : decryptField(row.answer, `trainee.dispute.answer_cipher|${id}`),
    statement: row.statement === null ? null : decryptField(row.statement, `trainee.dispute.statement_cipher|${id}`),
  };
}

/** 学员异议: about a class of one's own; the bureau of the place answers it. */
export async function fileDispute(
  tx: Tx,
  personId: string,
  { classId, subject, text }: NewDispute,
): Promise<Result<Answer<{ id: string }>>> {
  await lockCase(tx, classId);
  const own = await tx.one<query.OwnClassRow>(query.classesOfPerson, [personId, classId]);
  if (!own) return refuse('NOT_FOUND');
  const row = await tx.one<{ id: string }>(query.newId);
  if (!row) throw new Error('no id was given');
  const cipher = encryptField(text, `trainee.dispute.text_cipher|${row.id}`);
  await tx.rows(query.insertDispute, [row.id, classId, own.enrollmentId, personId, own.institutionId, own.region, subject, cipher]);
  await audit(tx, { actor: null, act: 'dispute-filed', subject: { kind: 'dispute', id: row.id }, caseId: classId, details: { subject } });
  return accept({ status: 201, body: { id: row.id } });
}

export async function disputesOf(tx: Tx, personId: string): Promise<readonly Dispute[]> {
  return (await tx.rows<query.DisputeRow>(query.disputesOfPerson, [personId])).map(shown);
}

/** The disputes an office or institution may see, the oldest first; answered ones only when asked for. */
export async function listDisputes(
  tx: Tx,
  actor: Actor,
  page: { readonly cursor?: string; readonly limit: number; readonly answered: boolean },
): Promise<Result<Page<Dispute>>> {
  const key = decodeIdCursor(page.cursor);
  if (!key.ok) return key;
  const sight = sightOf(actor);
  if (!sight) return accept({ items: [], nextCursor: null });
  const { institutionId = null, regionScope = null, hidden } = sight;
  const rows = await tx.rows<query.DisputeRow>(query.disputePage, [
    page.limit + 1,
    key.value,
    institutionId,
    regionScope,
    hidden,
    page.answered,
  ]);
  return accept(pageOf(rows, page.limit, ({ id }) => [id], shown));
}

/** What the institution knows about it, once, before the bureau answers. */
export async function stateDispute(tx: Tx, actor: Actor, disputeId: string, text: string): Promise<Result<Answer<{ id: string }>>> {
  const row = await tx.one<query.DisputeRow>(query.disputeById, [disputeId]);
  if (!row || actor.institutionId !== row.institutionId) return refuse('NOT_FOUND');
  if (row.answeredAt !== null) return refuse('DISPUTE_FIXED');
  if (row.statedAt !== null) return refuse('DISPUTE_STATED');
  const cipher = encryptField(text, `trainee.dispute.statement_cipher|${disputeId}`);
  const kept = await tx.one<{ version: number }>(query.stateDispute, [disputeId, cipher, actor.personId]);
  await audit(tx, { actor, act: 'dispute-stated', subject: { kind: 'dispute', id: disputeId }, caseId: row.classId });
  return accept({ body: { id: disputeId }, version: kept?.version });
}

/** The bureau's answer, once, and whether the trainee was right; the trainee reads it on the telephone. */
export async function answerDispute(
  tx: Tx,
  actor: Actor,
  disputeId: string,
  { answer, outcome }: { readonly answer: string; readonly outcome: query.DisputeOutcome },
): Promise<Result<Answer<{ id: string }>>> {
  const row = await tx.one<query.DisputeRow>(query.disputeById, [disputeId]);
  const sight = sightOf(actor);
  const isSeen = row !== undefined && sight?.regionScope !== undefined && row.region.startsWith(sight.regionScope);
  if (!row || !isSeen || sight.hidden.includes(row.institutionId)) return refuse('NOT_FOUND');
  if (row.answeredAt !== null) return refuse('DISPUTE_FIXED');
  const cipher = encryptField(answer, `trainee.dispute.answer_cipher|${disputeId}`);
  const kept = await tx.one<{ version: number }>(query.answerDispute, [disputeId, cipher, actor.personId, outcome]);
  await audit(tx, {
    actor,
    act: 'dispute-answered',
    subject: { kind: 'dispute', id: disputeId },
    caseId: row.classId,
    details: { outcome },
  });
  return accept({ body: { id: disputeId }, version: kept?.version });
}
