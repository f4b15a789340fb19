import type { Tx } from '#libs/platform';
import type { StageRow } from '../../persistence/stage.query.ts';
import { claimScript, type ClaimCase } from './claim-case.ts';
import { followFiling } from './follow-filing.ts';
import { openStage } from './open-stage.ts';
import type { StageScript } from './run-stage.ts';

async function open(tx: Tx, of: ClaimCase): Promise<void> {
  await openStage(tx, {
    caseId: of.facts.id,
    stage: 'review',
    places: of.places,
    steps: of.plan.review.steps,
    opens: 'decide',
    seenVersion: of.facts.submittedVersion ?? 0,
    correctionDays: of.plan.correctionDays,
    snapshotHash: of.facts.snapshotHash,
  });
}

async function follow(tx: Tx, { facts }: ClaimCase, row: StageRow): Promise<void> {
  await followFiling(tx, row, { version: facts.submittedVersion ?? 0, status: facts.status });
}

/** 补贴审核: by human resources, and, for special tasks, by the industry department too (XZ24 三(二)). */
export const reviewStage: StageScript<ClaimCase> = { ...claimScript, stage: 'review', open, follow };
