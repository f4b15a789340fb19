import { Module } from '@nestjs/common';
import { Database, PlatformModule } from '#libs/platform';
import { DeclaredInterestsController } from './http/declared-interests.controller.ts';
import { MeController } from './http/me.controller.ts';
import { RightsController } from './http/rights.controller.ts';
import { IDENTITY_DATABASE } from './provider/mount-oidc-provider.ts';

/** People and rights over HTTP, under the database role `identity`. Needs {@link IdentityGuardModule} in the application. */
@Module({
  imports: [PlatformModule.forRole('identity')],
  controllers: [MeController, RightsController, DeclaredInterestsController],
  providers: [{ provide: IDENTITY_DATABASE, useExisting: Database }],
})
export class IdentityModule {}
