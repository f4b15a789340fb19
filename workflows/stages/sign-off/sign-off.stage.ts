import type { ClaimActivities, ClaimPackageActivities, ClaimStage } from '#libs/contracts';
import type { Road } from '../../shared/road.ts';
import { rowsOf } from '../../shared/rows.ts';

const rows = rowsOf<ClaimActivities & ClaimPackageActivities>();

/**
 * 两人以上经办审查签字: finance seals the package, then as many different people as the policy names sign its hash. Sealing again changes
 * nothing while the package is the same; a changed package is a new version, and signatures on the old one are void.
 */
export function signOff(road: Road, claimId: string): Promise<ClaimStage | 'end'> {
  const sealAndOpen = async () => {
    await rows.sealPackage(claimId);
    return rows.signOff(claimId);
  };
  return road.through<'signed' | 'refused' | 'voided', ClaimStage | 'end'>('sign-off', sealAndOpen, {
    signed: 'public-notice',
    refused: 'end',
    voided: 'review',
  });
}
