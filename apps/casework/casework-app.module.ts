import { Module } from '@nestjs/common';
import { IdentityGuardModule } from '#libs/identity';
import { CaseworkModule } from '#libs/casework';
import { HealthModule, LoggingModule, MessagingModule, SandboxModule } from '#libs/platform';

/** The casework service alone. */
@Module({
  imports: [
    LoggingModule,
    HealthModule.forRole('casework'),
    IdentityGuardModule.forRole('casework'),
    MessagingModule.forRole('casework', { relay: false }),
    CaseworkModule,
    SandboxModule,
  ],
})
export class CaseworkAppModule {}
