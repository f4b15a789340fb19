import type { ClaimActivities, ClaimStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClaimActivities>();

/** 财政复审: by an officer who signed nothing before; approval reserves the budget in the same transaction. */
export function financeReview(road: Road, claimId: string): Promise<ClaimStage | 'end'> {
  return road.through<'approved' | 'returned' | 'refused', ClaimStage | 'end'>('finance-review', () => rows.financeReview(claimId), {
    approved: 'payout',
    returned: 'review',
    refused: 'end',
  });
}
