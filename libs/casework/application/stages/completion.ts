import type { Tx } from '#libs/platform';
import type { StageRow } from '../../persistence/stage.query.ts';
import { hasNewerClassFiling, noteContributors, readClassCase, type ClassCase } from './class-case.ts';
import { followFiling } from './follow-filing.ts';
import { openStage } from './open-stage.ts';
import type { StageScript } from './run-stage.ts';

async function open(tx: Tx, of: ClassCase): Promise<void> {
  await noteContributors(tx, of.facts.id, of.completion, 'completion');
  await openStage(tx, {
    caseId: of.facts.id,
    stage: 'completion',
    places: of.places,
    steps: of.plan.completion.steps,
    opens: 'decide',
    seenVersion: of.completion?.version ?? 0,
    correctionDays: of.plan.correctionDays,
    snapshotHash: of.facts.snapshotHash,
  });
}

async function follow(tx: Tx, of: ClassCase, row: StageRow): Promise<void> {
  await noteContributors(tx, of.facts.id, of.completion, 'completion');
  await followFiling(tx, row, of.completion);
}

/** 结业申请: only after approval may the exam be held (XZ24 二(二)(3)). */
export const completionStage: StageScript<ClassCase> = {
  kind: 'class',
  stage: 'completion',
  facts: readClassCase,
  hasNewerFiling: hasNewerClassFiling,
  open,
  follow,
};
