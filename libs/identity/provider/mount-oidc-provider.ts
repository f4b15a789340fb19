import { Logger } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Provider } from 'oidc-provider';
import { config, type Database } from '#libs/platform';
import { embeddedIssuer } from './embedded-issuer.ts';
import { handleInteraction } from './interaction.ts';
import { errorPage, pagePolicy } from './pages.ts';
import { providerConfiguration } from './provider-configuration.ts';
import { signingKeys } from './signing-keys.ts';

/** The database as the role `identity` sees it, from {@link IdentityModule}. */
export const IDENTITY_DATABASE = Symbol('identity database');

/**
 * Serves the embedded OpenID provider under the path of its issuer (`/oidc`). Call after `configureHttp(app)` and before `app.listen()`;
 * the application must import IdentityModule. Does nothing where another provider is configured as issuer. The provider reads the raw
 * stream itself, so its routes leave Fastify before any body is parsed.
 */
export async function mountOidcProvider(app: NestFastifyApplication): Promise<void> {
  const issuer = embeddedIssuer();
  if (!issuer) return;
  const database = app.get<Database>(IDENTITY_DATABASE, { strict: false });
  const module = await import('oidc-provider');
  const parts = { database, publicUrl: config.publicUrl(), mountPath: issuer.pathname, keys: await signingKeys(database) };
  const provider = new module.Provider(config.oidcIssuer(), providerConfiguration({ provider: module, ...parts }));
  provider.proxy = issuer.protocol === 'https:'; // TLS ends in front of us; see fixedAddress
  const log = new Logger('OidcProvider');
  provider.on('server_error', (_ctx, error) => log.error({ err: error }, 'the sign-in service failed'));

  app
    .getHttpAdapter()
    .getInstance()
    .all(`${issuer.pathname}/*`, {
      onRequest: async (request, reply) => {
        reply.hijack();
        await serve({ provider, database, issuer, log }, request.raw, reply.raw);
      },
      handler: async () => Promise.resolve(),
    });
}

interface Served {
  readonly provider: Provider;
  readonly database: Database;
  readonly issuer: URL;
  readonly log: Logger;
}

async function serve({ provider, database, issuer, log }: Served, req: IncomingMessage, res: ServerResponse): Promise<void> {
  fixedAddress(req, issuer);
  harden(res);
  try {
    const url = req.url ?? '';
    if (url.startsWith(`${issuer.pathname}/interaction/`)) {
      await handleInteraction(provider, database, req, res);
      return;
    }
    (req as IncomingMessage & { originalUrl?: string }).originalUrl = url;
    req.url = url.slice(issuer.pathname.length);
    await provider.callback()(req, res);
  } catch (error) {
    failed(log, res, error);
  }
}

/** Addresses in answers are the issuer's, whatever Host the client sent: a forged one must not reach a redirect or a cookie. */
function fixedAddress(req: IncomingMessage, issuer: URL): void {
  req.headers.host = issuer.host;
  delete req.headers['x-forwarded-host'];
  req.headers['x-forwarded-proto'] = issuer.protocol.slice(0, -1);
}

function harden(res: ServerResponse): void {
  res.setHeader('content-security-policy', pagePolicy());
  res.setHeader('x-content-type-options', 'nosniff');
  res.setHeader('x-frame-options', 'DENY');
  res.setHeader('referrer-policy', 'no-referrer');
  res.setHeader('cache-control', 'no-store');
}

function failed(log: Logger, res: ServerResponse, error: unknown): void {
  const { statusCode, error: code } = (error ?? {}) as { statusCode?: number; error?: string };
  const isExpected = typeof statusCode === 'number' && statusCode < 500;
  if (!isExpected) log.error({ err: error }, 'a sign-in request failed');
  if (res.headersSent) {
    res.end();
    return;
  }
  res.statusCode = isExpected ? statusCode : 500;
  res.setHeader('content-type', 'text/html; charset=utf-8');
  res.end(errorPage(code ?? 'server_error', isExpected && error instanceof Error ? error.message : ''));
}
