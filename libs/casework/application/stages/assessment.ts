import { Role } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { assessmentFacts, type AssessmentFacts } from '../../persistence/roster.query.ts';
import type { StageRow } from '../../persistence/stage.query.ts';
import { hasNewerClassFiling, readClassCase, type ClassCase } from './class-case.ts';
import { openStage } from './open-stage.ts';
import { endBy, type StageScript } from './run-stage.ts';

async function open(tx: Tx, of: ClassCase): Promise<void> {
  const { budgetDays } = of.plan.assessment;
  await openStage(tx, {
    caseId: of.facts.id,
    stage: 'assessment',
    places: of.places,
    steps: [{ role: Role.EvaluationBody, place: 'evaluation-body', budgetDays }],
    opens: 'assess',
    snapshotHash: of.facts.snapshotHash,
  });
}

async function follow(tx: Tx, of: ClassCase, row: StageRow): Promise<void> {
  const assessment = await tx.one<AssessmentFacts>(assessmentFacts, [of.facts.id]);
  if (assessment?.isComplete) await endBy(tx, row, 'assessed', 'facts-complete');
}

/** 评价取证: the filed evaluation body accepts the roster and records a result for every person (XZ24 二(二)(4)). */
export const assessmentStage: StageScript<ClassCase> = {
  kind: 'class',
  stage: 'assessment',
  facts: readClassCase,
  hasNewerFiling: hasNewerClassFiling,
  open,
  follow,
};
