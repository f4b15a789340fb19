import type { Actor, Stage } from '#libs/contracts';
import { isAuthority, seesInstitution } from '#libs/identity';
import type { Tx } from '#libs/platform';
import { accept, refuse, type Result } from '#libs/policy';
import { nextSentence, type Turn, type Words } from '../domain/words.ts';
import { stageAfter } from '../domain/what-follows.ts';
import { besides, caseById, noticesOf, objectionsOf, stagesOf, type CaseRow, type StageLine } from '../persistence/case.query.ts';
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
    sentence: nextSentence(stage, turn),
  });
}

/** Everything that happened to the case, in order. An institution reads what concerns it, not who in the bureau did it. */
export async function caseTimeline(tx: Tx, actor: Actor, caseId: string): Promise<Result<object>> {
  const row = await visibleCase(tx, actor, caseId);
  if (!row.ok) return row;
  const isInside = isAuthority(actor);
  const decisions = (await tx.rows<DecisionRow>(decisionsOf, [caseId])).map(({ personName, at, ...one }) => ({
    ...one,
    at: at.toISOString(),
    ...(isInside ? { personName } : {}),
  }));
  return accept({
    case: row.value,
    stages: (await tx.rows<StageLine>(stagesOf, [caseId])).map(({ id: _id, openedAt, outcomeAt, ...stage }) => ({
      ...stage,
      openedAt: openedAt.toISOString(),
      outcomeAt: outcomeAt?.toISOString() ?? null,
    })),
    decisions,
    notices: row.value.kind === 'claim' ? await tx.rows(noticesOf, [caseId]) : [],
    objections: row.value.kind === 'claim' && isInside ? await tx.rows(objectionsOf, [caseId]) : [],
    besides: isInside ? await tx.rows(besides, [caseId]) : [],
  });
}
