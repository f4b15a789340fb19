export { freshLogin } from './domain/fresh-login.ts';
export { isAuthority, regionScope, seesInstitution, seesRegion, sightOf, type Sight } from './domain/sight.ts';
export { ActorResolver, type SignedIn } from './guard/actor-resolver.ts';
export { IdentityGuardModule } from './guard/identity-guard.module.ts';
export { SignedInOf } from './guard/oidc.guard.ts';
export { Roles, WithoutOffice } from './guard/roles.ts';
export { IdentityModule } from './identity.module.ts';
export { migrations as identityMigrations } from './persistence/migrations/index.ts';
export { IDENTITY_DATABASE, mountOidcProvider } from './provider/mount-oidc-provider.ts';
export {
  demoAccount,
  demoAccounts,
  demoEvaluationBodies,
  demoInstitutions,
  demoOffices,
  demoPassword,
  type DemoAccount,
  type DemoOffice,
} from './seed/demo-world.ts';
export { seedIdentity } from './seed/seed-identity.ts';
export { refreshOverHttp, signInOverHttp, type Tokens } from './testing/sign-in-over-http.ts';
export { actorToken, signTestToken, type TestTokenOptions } from './testing/sign-test-token.ts';
