import { Module } from '@nestjs/common';
import { Database, PlatformModule } from '#libs/platform';
import { CodeFlow } from './application/code-flow.ts';
import { ConsoleSession } from './application/console-session.ts';
import { DeclaredInterestsController } from './http/declared-interests.controller.ts';
import { MeController } from './http/me.controller.ts';
import { RightsController } from './http/rights.controller.ts';
import { SecondFactorController } from './http/second-factor.controller.ts';
import { SessionController } from './http/session.controller.ts';
import { IDENTITY_DATABASE } from './provider/mount-oidc-provider.ts';

/** People and rights over HTTP, under the database role `identity`. Needs {@link IdentityGuardModule} in the application. */
@Module({
  imports: [PlatformModule.forRole('identity')],
  controllers: [MeController, RightsController, DeclaredInterestsController, SecondFactorController, SessionController],
  providers: [CodeFlow, ConsoleSession, { provide: IDENTITY_DATABASE, useExisting: Database }],
})
export class IdentityModule {}
