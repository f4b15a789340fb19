import type { ClaimActivities, ClaimStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClaimActivities>();

/** 公示: full working days after the day of publication. A correction makes a new package, new signatures and a new full notice (AMB-05). */
export function publicNotice(road: Road, claimId: string): Promise<ClaimStage | 'end'> {
  return road.through<'clean' | 'corrected', ClaimStage | 'end'>('public-notice', () => rows.publicNotice(claimId), {
    clean: 'finance-review',
    corrected: 'sign-off',
  });
}
