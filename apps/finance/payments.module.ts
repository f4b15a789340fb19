import { Module } from '@nestjs/common';
import { PaymentActivitiesModule } from '#libs/finance';
import { PaymentsWorker } from './payments-worker.ts';

/** The payments queue, under the payments role. */
@Module({ imports: [PaymentActivitiesModule], providers: [PaymentsWorker] })
export class PaymentsModule {}
