import { Role } from '#libs/contracts';
import type { Tx } from '#libs/platform';
import { claimScript, type ClaimCase } from './claim-case.ts';
import { openStage } from './open-stage.ts';
import type { StageScript } from './run-stage.ts';

async function open(tx: Tx, of: ClaimCase): Promise<void> {
  const { version, packageSha256 } = of.facts;
  await openStage(tx, {
    caseId: of.facts.id,
    stage: 'finance-review',
    places: of.places,
    steps: [{ role: Role.FinanceReviewer, place: 'finance', budgetDays: of.plan.financeReview.budgetDays }],
    opens: 'decide',
    ...(version === null || packageSha256 === null ? {} : { package: { version, sha256: packageSha256 } }),
    snapshotHash: of.facts.snapshotHash,
  });
}

/** 财政复审: by an officer of the same level who signed nothing before (XZ24 三(二); AMB-06). It waits for that officer alone. */
export const financeReviewStage: StageScript<ClaimCase> = {
  ...claimScript,
  stage: 'finance-review',
  open,
  follow: () => Promise.resolve(),
};
