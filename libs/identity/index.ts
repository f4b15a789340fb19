export { freshSecondFactor } from './domain/fresh-login.ts';
export { isAuthority, regionScope, seesInstitution, seesRegion, sightOf } from './domain/sight.ts';
export { IdentityGuardModule } from './guard/identity-guard.module.ts';
export { Roles } from './guard/roles.ts';
export { IdentityModule } from './identity.module.ts';
export { IDENTITY_DATABASE, mountOidcProvider } from './provider/mount-oidc-provider.ts';
export {
  demoAccount,
  demoAccounts,
  demoEnterprises,
  demoEvaluationBodies,
  demoInstitutions,
  demoOffices,
  demoPassword,
} from './seed/demo-world.ts';
export { seedIdentity } from './seed/seed-identity.ts';
export { authenticatorCode } from './testing/authenticator.ts';
export { signInOverHttp } from './testing/sign-in-over-http.ts';
export { actorToken, type TestTokenOptions } from './testing/sign-test-token.ts';
