import type { Actor, Stage } from '#libs/contracts';
import { isAuthority, seesInstitution } from '#libs/identity';
import { clockOf, decodeCursor, moneyOf, pageOf, type Page, type PageQuery, type Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { nextSentence, type Turn, type Words } from '../domain/words.ts';
import { standingSentence } from '../domain/standing.ts';
import { stageAfter } from '../domain/what-follows.ts';
import {
  auditOf,
  besides,
  caseById,
  noticesOf,
  objectionsOf,
  stagesOf,
  type AuditRow,
  type BesideRow,
  type CaseRow,
  type NoticeOfCase,
  type ObjectionOfCase,
  type PagedAuditRow,
  type StageLine,
} from '../persistence/case.query.ts';
import { decisionsOf, type DecisionRow } from '../persistence/detail.query.ts';
import { turnOf } from '../persistence/task.query.ts';

/** The four questions: where is it, whose turn, until when, what must be done. */
export interface CaseTracking extends CaseRow {
  readonly stage: Stage | 'end';
  readonly since: string | null;
  readonly isSuspended: boolean;
  /** The stage before has ended and this one is about to be opened. */
  readonly isHandedOver: boolean;
  readonly turn: Turn | null;
  readonly sentence: Words;
}

/** The case, if the actor may see it; else it is not there (404). */
export async function visibleCase(tx: Tx, actor: Actor, caseId: string): Promise<Result<CaseRow, 'NOT_FOUND'>> {
  const row = await tx.one<CaseRow>(caseById, [caseId]);
  return row && seesInstitution(actor, row.institutionId, row.region) ? accept(row) : refuse('NOT_FOUND');
}

export async function trackCase(tx: Tx, actor: Actor, caseId: string): Promise<Result<CaseTracking>> {
  const row = await visibleCase(tx, actor, caseId);
  if (!row.ok) return row;
  const last = (await tx.rows<StageLine>(stagesOf, [caseId])).at(-1);
  const stage = !last ? 'end' : last.outcome === null ? (last.stage as Stage) : stageAfter(last.stage as Stage, last.outcome);
  const turn = last?.outcome === null ? ((await tx.one<Turn>(turnOf, [last.id])) ?? null) : null;
  return accept({
    ...row.value,
    stage,
    since: last?.openedAt.toISOString() ?? null,
    isSuspended: last?.isSuspended ?? false,
    isHandedOver: last !== undefined && last.outcome !== null && stage !== 'end',
    turn,
    sentence: last
      ? standingSentence({ ...last, stage: last.stage as Stage, turn, today: (await clockOf(tx)).today })
      : nextSentence('end', null),
  });
}

export type CaseTimeline = Awaited<ReturnType<typeof timelineOf>>;

async function timelineOf(tx: Tx, row: CaseRow, isInside: boolean) {
  const isClaim = row.kind === 'claim';
  const decisions = await tx.rows<DecisionRow>(decisionsOf, [row.id]);
  const stages = await tx.rows<StageLine>(stagesOf, [row.id]);
  const notices = isClaim ? await tx.rows<NoticeOfCase>(noticesOf, [row.id]) : [];
  return {
    case: row,
    stages: stages.map(({ id: _id, waitsUntilOn: _day, openedAt, outcomeAt, ...stage }) => ({
      ...stage,
      openedAt: openedAt.toISOString(),
      outcomeAt: outcomeAt?.toISOString() ?? null,
    })),
    decisions: decisions.map(({ personName, at, ...one }) => ({ ...one, at: at.toISOString(), ...(isInside ? { personName } : {}) })),
    notices: notices.map(({ totalFen, ...notice }) => ({ ...notice, total: moneyOf(totalFen) })),
    objections: isClaim && isInside ? await tx.rows<ObjectionOfCase>(objectionsOf, [row.id]) : [],
    besides: isInside ? await tx.rows<BesideRow>(besides, [row.id]) : [],
  };
}

/** Everything that happened to the case, in order. An institution reads what concerns it, not who in the bureau did it. */
export async function caseTimeline(tx: Tx, actor: Actor, caseId: string): Promise<Result<CaseTimeline>> {
  const row = await visibleCase(tx, actor, caseId);
  return row.ok ? accept(await timelineOf(tx, row.value, isAuthority(actor))) : row;
}

/** The audit entries of a case, page by page in their order. */
export async function auditOfCase(tx: Tx, actor: Actor, caseId: string, { cursor, limit }: PageQuery): Promise<Result<Page<AuditRow>>> {
  const row = await visibleCase(tx, actor, caseId);
  if (!row.ok) return row;
  const after = decodeCursor(cursor, ['moment', 'count', 'count']);
  if (!after.ok) return after;
  const rows = await tx.rows<PagedAuditRow>(auditOf, [caseId, ...(after.value ?? [null, null, null]), limit + 1]);
  const keyOf = ({ exactly, stream, seq }: PagedAuditRow) => [exactly, String(stream), seq];
  return accept(pageOf(rows, limit, keyOf, ({ exactly: _exactly, ...entry }) => entry));
}
