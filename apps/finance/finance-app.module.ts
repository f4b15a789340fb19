import { Module } from '@nestjs/common';
import { IdentityGuardModule } from '#libs/identity';
import { FinanceModule } from '#libs/finance';
import { HealthModule, LoggingModule, MessagingModule } from '#libs/platform';
import { PaymentsModule } from './payments.module.ts';

/** The finance service alone, with the payments queue. */
@Module({
  imports: [
    LoggingModule,
    HealthModule.forRole('finance'),
    IdentityGuardModule.forRole('finance'),
    MessagingModule.forRole('finance', { relay: false }),
    FinanceModule,
    PaymentsModule,
  ],
})
export class FinanceAppModule {}
