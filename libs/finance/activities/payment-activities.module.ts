import { Module } from '@nestjs/common';
import { PlatformModule } from '#libs/platform';
import { PaymentActivities } from './payment.activities.ts';

/** What the roads ask of payments, under the database role `payments`. */
@Module({ imports: [PlatformModule.forRole('payments')], providers: [PaymentActivities], exports: [PaymentActivities] })
export class PaymentActivitiesModule {}
