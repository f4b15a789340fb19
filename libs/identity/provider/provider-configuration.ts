import type { Account, Configuration, KoaContextWithOIDC } from 'oidc-provider';
import { blindIndex, type Database } from '#libs/platform';
import { openAccount } from '../persistence/sign-in.query.ts';
import { clientsOf } from './clients.ts';
import { errorPage, loggedOutPage, logoutPage } from './pages.ts';
import { RecordAdapter } from './record-adapter.ts';
import type { SigningJwk } from './signing-keys.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Stolen access tokens die soon (reliability.md T01). */
const ACCESS_TOKEN_SECONDS = 10 * MINUTE;

export type ProviderModule = typeof import('oidc-provider');

export interface ProviderParts {
  readonly provider: ProviderModule;
  readonly database: Database;
  /** The one resource and audience: our API. */
  readonly publicUrl: string;
  /** Path of the issuer, e.g. `/oidc`. */
  readonly mountPath: string;
  readonly keys: readonly SigningJwk[];
}

/** How the embedded provider behaves: code flow with PKCE, short JWT access tokens, refresh tokens that change at each use. */
export function providerConfiguration(parts: ProviderParts): Configuration {
  const { database, publicUrl, mountPath, keys } = parts;
  return {
    adapter: (model: string) => new RecordAdapter(model, database),
    clients: clientsOf(publicUrl),
    clientDefaults: { id_token_signed_response_alg: 'ES256' },
    jwks: { keys: keys.map((key) => ({ ...key })) },
    cookies: { keys: [blindIndex('oidc-cookie', 'v1').toString('base64url')] },
    scopes: ['openid', 'profile', 'offline_access'],
    claims: { openid: ['sub'], profile: ['name'] },
    conformIdTokenClaims: false,
    responseTypes: ['code'],
    acrValues: ['pwd', 'mfa'],
    clientBasedCORS: () => false,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    interactions: { url: (_ctx, interaction) => `${mountPath}/interaction/${interaction.uid}`, policy: signInOnly(parts.provider) },
    findAccount: (_ctx, sub) => findAccount(database, sub),
    loadExistingGrant: (ctx) => firstPartyGrant(ctx, publicUrl),
    extraTokenClaims: (ctx) => proofOf(ctx),
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error, out.error_description ?? '');
    },
    features: featuresOf(parts),
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: MINUTE,
      IdToken: ACCESS_TOKEN_SECONDS,
      Interaction: 30 * MINUTE,
      Session: 12 * HOUR,
      Grant: 14 * DAY,
      RefreshToken: (_ctx, token) => (token.scopes.has('offline_access') ? 14 * DAY : 12 * HOUR),
    },
  };
}

function featuresOf({ provider, publicUrl }: ProviderParts): Configuration['features'] {
  return {
    devInteractions: { enabled: false },
    pushedAuthorizationRequests: { enabled: false },
    dPoP: { enabled: false },
    userinfo: { enabled: false },
    revocation: { enabled: true, allowedPolicy: (_ctx, client, token) => token.clientId === client.clientId },
    rpInitiatedLogout: {
      enabled: true,
      logoutSource: (ctx, form) => {
        ctx.body = logoutPage(form);
      },
      postLogoutSuccessSource: (ctx) => {
        ctx.body = loggedOutPage();
      },
    },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => publicUrl,
      useGrantedResource: () => true,
      getResourceServerInfo: (_ctx, resource) => {
        if (resource !== publicUrl) throw new provider.errors.InvalidTarget();
        return {
          scope: 'api',
          audience: publicUrl,
          accessTokenTTL: ACCESS_TOKEN_SECONDS,
          accessTokenFormat: 'jwt',
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  };
}

/**
 * Both clients are ours: nobody is asked whether 开班通 may see what 开班通 knows. A client that asks for a second factor (`acr_values=mfa`, RFC 9470)
 * sends a person who has only given a password to the sign-in page again.
 */
function signInOnly({ interactionPolicy: { base, Check } }: ProviderModule) {
  const policy = base();
  policy.remove('consent');
  const isLacking = ({ oidc }: KoaContextWithOIDC): boolean => asksCode(oidc.params ?? {}) && oidc.acr !== 'mfa';
  policy.get('login')?.checks.add(new Check('second_factor', 'the client asks for a one-time code', isLacking));
  return policy;
}

/** Whether an authorization request asks for a second factor. */
export function asksCode(params: Readonly<Record<string, unknown>>): boolean {
  const { acr_values: wanted } = params;
  return typeof wanted === 'string' && wanted.split(' ').includes('mfa');
}

async function findAccount(database: Database, sub: string): Promise<Account | undefined> {
  const found = await database.transaction((tx) => tx.one<{ id: string; name: string }>(openAccount, [sub]));
  return found && { accountId: found.id, claims: () => ({ sub: found.id, name: found.name }) };
}

async function firstPartyGrant(ctx: KoaContextWithOIDC, publicUrl: string) {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const known = session.grantIdFor(client.clientId);
  const kept = known === undefined ? undefined : await provider.Grant.find(known);
  if (kept?.accountId === session.accountId) return kept;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile offline_access');
  grant.addResourceScope(publicUrl, 'api');
  await grant.save();
  return grant;
}

/** When and by what the person proved who they are: signatures need a fresh one (reliability.md T03). */
function proofOf(ctx: KoaContextWithOIDC) {
  const { AuthorizationCode: code, RefreshToken: refresh } = ctx.oidc.entities;
  const source = code ?? refresh;
  return source && { auth_time: source.authTime, amr: source.amr, acr: source.acr };
}
