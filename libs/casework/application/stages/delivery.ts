import type { Tx } from '#libs/platform';
import { dayPlus, startOfDay } from '../../domain/days.ts';
import { lastRound, openAlarm, type StageRow } from '../../persistence/stage.query.ts';
import { hasNewerClassFiling, isFiled, readClassCase, type ClassCase } from './class-case.ts';
import { openStage } from './open-stage.ts';
import { endBy, lookAgainAt, type StageScript } from './run-stage.ts';

function overdueAt(of: ClassCase): Date {
  return startOfDay(dayPlus(of.completionDueOn, 1));
}

async function open(tx: Tx, of: ClassCase): Promise<void> {
  await openStage(tx, {
    caseId: of.facts.id,
    stage: 'delivery',
    places: of.places,
    steps: [],
    dueOn: of.completionDueOn,
    lookAgainAt: overdueAt(of),
    snapshotHash: of.facts.snapshotHash,
  });
}

async function follow(tx: Tx, of: ClassCase, row: StageRow): Promise<void> {
  const reviewed = await tx.one<StageRow>(lastRound, [of.facts.id, 'completion']);
  const filed = of.completion;
  if (filed && isFiled(filed) && filed.version > (reviewed?.seenVersion ?? 0)) return endBy(tx, row, 'completion-filed', 'facts-complete');
  if (of.now < overdueAt(of)) return lookAgainAt(tx, row, overdueAt(of));
  // The deadline passing ends nothing: somebody must ask the institution (design rule 3).
  await tx.rows(openAlarm, [of.facts.id, row.id, 'caseworker', null, null, 'completion-overdue']);
  await lookAgainAt(tx, row, null);
}

/** 培训实施: training days pass until the completion application is filed. */
export const deliveryStage: StageScript<ClassCase> = {
  kind: 'class',
  stage: 'delivery',
  facts: readClassCase,
  hasNewerFiling: hasNewerClassFiling,
  open,
  follow,
};
