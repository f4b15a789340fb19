import { type DynamicModule, Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { type DatabaseRole, PlatformModule } from '#libs/platform';
import { ActorResolver } from './actor-resolver.ts';
import { BrowserSessions } from './browser-sessions.ts';
import { OidcGuard } from './oidc.guard.ts';
import { TokenVerifier } from './token-verifier.ts';

/** Closes every route of an application to strangers. Import once in the application's root module. */
@Global()
@Module({})
export class IdentityGuardModule {
  /** @param role the process's own database role: any of them may read who holds which right. */
  static forRole(role: DatabaseRole): DynamicModule {
    return {
      module: IdentityGuardModule,
      imports: [PlatformModule.forRole(role)],
      providers: [TokenVerifier, BrowserSessions, ActorResolver, { provide: APP_GUARD, useClass: OidcGuard }],
      exports: [ActorResolver, BrowserSessions, TokenVerifier],
    };
  }
}
