import { Module } from '@nestjs/common';
import { CaseworkModule } from '#libs/casework';
import { FinanceModule } from '#libs/finance';
import { IdentityGuardModule, IdentityModule } from '#libs/identity';
import { InstitutionModule } from '#libs/institution';
import { HealthModule, LoggingModule, MessagingModule, PlatformModule, SandboxModule } from '#libs/platform';
import { PublicSiteModule } from '#libs/public-site';
import { RulebookModule } from '#libs/rulebook';
import { TraineeModule } from '#libs/trainee';
import { PaymentsModule } from '../finance/payments.module.ts';

/** All services in one process: enough for a county (design section 1, rule 10). */
@Module({
  imports: [
    LoggingModule,
    HealthModule.forRole('casework'),
    PlatformModule.forRole('identity'),
    IdentityGuardModule.forRole('casework'),
    MessagingModule.forRole('casework', { relay: false }),
    IdentityModule,
    RulebookModule,
    InstitutionModule,
    TraineeModule,
    CaseworkModule,
    SandboxModule,
    FinanceModule,
    PaymentsModule,
    PublicSiteModule,
  ],
})
export class CountyAppModule {}
