import { Module } from '@nestjs/common';
import { IdentityGuardModule } from '#libs/identity';
import { InstitutionModule } from '#libs/institution';
import { HealthModule, LoggingModule, MessagingModule } from '#libs/platform';

/** The institution service alone. */
@Module({
  imports: [
    LoggingModule,
    HealthModule.forRole('institution'),
    IdentityGuardModule.forRole('institution'),
    MessagingModule.forRole('institution', { relay: false }),
    InstitutionModule,
  ],
})
export class InstitutionAppModule {}
