import { Injectable } from '@nestjs/common';
import type { PaymentActivities as Contract } from '#libs/contracts';
import { Database, FileStore } from '#libs/platform';
import { orderPayments } from '../application/order-payments.ts';
import { queryBatch } from '../application/query-batch.ts';
import { submitBatch } from '../application/submit-batch.ts';
import { bankOfConfig } from '../bank/bank-of-config.ts';

/** Regular activities on the payments queue, under the only role that may make payment orders. */
@Injectable()
export class PaymentActivities implements Contract {
  private readonly bank = bankOfConfig();

  constructor(
    private readonly database: Database,
    private readonly files: FileStore,
  ) {}

  orderPayments(claimId: string): ReturnType<Contract['orderPayments']> {
    return orderPayments(this.database, claimId);
  }

  async submitBatch(batchId: string): ReturnType<Contract['submitBatch']> {
    return { submitted: await submitBatch(this.database, this.files, this.bank, batchId) };
  }

  async queryBatch(batchId: string): ReturnType<Contract['queryBatch']> {
    return { open: await queryBatch(this.database, this.bank, batchId) };
  }
}
