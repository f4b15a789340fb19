import type { ClaimActivities, ClaimStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClaimActivities>();

/** 补贴审核: HR, and the industry department for special tasks; single persons may be excluded with a reason. */
export function review(road: Road, claimId: string): Promise<ClaimStage | 'end'> {
  return road.through<'accepted' | 'refused' | 'withdrawn', ClaimStage | 'end'>('review', () => rows.review(claimId), {
    accepted: 'sign-off',
    refused: 'end',
    withdrawn: 'end',
  });
}
