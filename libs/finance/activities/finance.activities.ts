import { Injectable } from '@nestjs/common';
import type { ClaimActivities, ClaimPackageActivities, PaymentBatchActivities } from '#libs/contracts';
import { Database } from '#libs/platform';
import { payoutState } from '../application/payout-state.ts';
import { paymentBatchState } from '../application/payment-batch-state.ts';
import { sealPackage } from '../application/seal-package.ts';

type Served = ClaimPackageActivities & Pick<ClaimActivities, 'payout'> & PaymentBatchActivities;

/** Local activities on finance's rows, run by the worker of the roads as the role `worker`. */
@Injectable()
export class FinanceActivities implements Served {
  constructor(private readonly database: Database) {}

  sealPackage(claimId: string): ReturnType<ClaimPackageActivities['sealPackage']> {
    return sealPackage(this.database, claimId);
  }

  payout(claimId: string): ReturnType<ClaimActivities['payout']> {
    return payoutState(this.database, claimId);
  }

  paymentBatch(batchId: string): ReturnType<PaymentBatchActivities['paymentBatch']> {
    return paymentBatchState(this.database, batchId);
  }
}
