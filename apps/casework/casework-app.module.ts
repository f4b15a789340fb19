import { Module } from '@nestjs/common';
import { IdentityGuardModule } from '#libs/identity';
import { CaseworkModule } from '#libs/casework';
import { PublicSiteModule } from '#libs/public-site';
import { HealthModule, LoggingModule, MessagingModule, SandboxModule } from '#libs/platform';

/** The casework service alone, with the public site of its notices. */
@Module({
  imports: [
    LoggingModule,
    HealthModule.forRole('casework'),
    IdentityGuardModule.forRole('casework'),
    MessagingModule.forRole('casework', { relay: false }),
    CaseworkModule,
    PublicSiteModule,
    SandboxModule,
  ],
})
export class CaseworkAppModule {}
