import type { ClaimActivities } from '#libs/contracts';
import { Road } from '../shared/road.ts';
import { rowsOf } from '../shared/rows.ts';
import { financeReview } from '../stages/finance-review/finance-review.stage.ts';
import { payout } from '../stages/payout/payout.stage.ts';
import { publicNotice } from '../stages/public-notice/public-notice.stage.ts';
import { review } from '../stages/review/review.stage.ts';
import { signOff } from '../stages/sign-off/sign-off.stage.ts';

const rows = rowsOf<ClaimActivities>();

/** Carries one claim from filing to payment. Started again at any time, it goes on from where the rows stand. */
export async function claimWorkflow(claimId: string): Promise<void> {
  const road = new Road('claim', claimId);
  await road.travel(async () => {
    let stage = await rows.claimStandsAt(claimId);
    while (stage !== 'end') {
      switch (stage) {
        case 'review':
          stage = await review(road, claimId);
          break;
        case 'sign-off':
          stage = await signOff(road, claimId);
          break;
        case 'public-notice':
          stage = await publicNotice(road, claimId);
          break;
        case 'finance-review':
          stage = await financeReview(road, claimId);
          break;
        case 'payout':
          stage = await payout(road, claimId);
          break;
      }
    }
  });
}
