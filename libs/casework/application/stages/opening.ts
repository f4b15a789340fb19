import type { Tx } from '#libs/platform';
import { dayPlus, startOfDay } from '../../domain/days.ts';
import { closeAlarms, openAlarm, openStepTask, type StageRow } from '../../persistence/stage.query.ts';
import { taskOf } from '../../persistence/task.query.ts';
import { hasNewerClassFiling, noteContributors, readClassCase, type ClassCase } from './class-case.ts';
import { followFiling } from './follow-filing.ts';
import { openStage } from './open-stage.ts';
import { endBy, lookAgainAt, type StageScript } from './run-stage.ts';

/** A class may still be decided on its start day; when that day has passed undecided, the opening lapses. */
function lapseAt({ facts }: ClassCase): Date {
  return startOfDay(dayPlus(facts.startsOn, 1));
}

function waits(of: ClassCase): boolean {
  return of.today < of.routedFrom;
}

function nextLook(of: ClassCase): Date {
  return waits(of) ? startOfDay(of.routedFrom) : lapseAt(of);
}

async function open(tx: Tx, of: ClassCase): Promise<void> {
  const { id } = of.facts;
  await noteContributors(tx, id, of.opening, 'opening');
  await tx.rows(closeAlarms, [id, ['opening-lapsed']]); // filed again with another start: there is nothing left to see to
  await openStage(tx, {
    caseId: id,
    stage: 'opening',
    places: of.places,
    steps: of.plan.opening.steps,
    ...(waits(of) ? {} : { opens: 'decide' as const }),
    lookAgainAt: nextLook(of),
    seenVersion: of.opening?.version ?? 0,
    correctionDays: of.plan.correctionDays,
  });
}

async function follow(tx: Tx, of: ClassCase, row: StageRow): Promise<void> {
  const { id } = of.facts;
  await noteContributors(tx, id, of.opening, 'opening');
  if (!(await followFiling(tx, row, of.opening))) return;
  if (of.now >= lapseAt(of)) {
    // Nothing is ever approved by a day: the start has passed undecided, so a new date must be filed (design section 3).
    // The stage's end closes the alarms it had; this one is about the end.
    await endBy(tx, row, 'lapsed', 'superseded');
    await tx.rows(openAlarm, [id, row.id, 'leader', row.steps[row.step]?.officeId ?? null, null, 'opening-lapsed']);
    return;
  }
  if (!waits(of) && !row.isSuspended && !(await tx.one(taskOf, [row.id]))) await tx.rows(openStepTask, [row.id, 'decide', row.step, null]);
  await lookAgainAt(tx, row, nextLook(of));
}

/** 开班审批 (XZ24 二(二)(2); HG24 三(一)). */
export const openingStage: StageScript<ClassCase> = {
  kind: 'class',
  stage: 'opening',
  facts: readClassCase,
  hasNewerFiling: hasNewerClassFiling,
  open,
  follow,
};
