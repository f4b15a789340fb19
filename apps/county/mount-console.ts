import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { config } from '#libs/platform';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
};
/** Packed twins the build has written, the smallest first. */
const PACKINGS = [
  ['br', '.br'],
  ['gzip', '.gz'],
] as const;

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly packed: ReadonlyMap<string, Buffer>;
}

/**
 * Serves the built console under `/console/`: hashed files for a year, everything else is a route of the page. Read once into memory (about
 * 2 MB). Where it was not built (`npm start` builds it), the routes are simply not there.
 */
export function mountConsole(app: NestFastifyApplication): void {
  const folder = config.consoleFolder();
  const indexFile = path.join(folder, 'index.html');
  if (!existsSync(indexFile)) return;
  const index = readFileSync(indexFile, 'utf8');
  const assets = readAssets(path.join(folder, 'assets'));
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/console', (_request, reply) => reply.redirect('/console/', 302));
  fastify.get('/console/*', (request, reply) => {
    const name = /^\/console\/assets\/([^?]+)/.exec(request.url)?.[1];
    return name === undefined ? sendPage(reply, index) : sendAsset(request, reply, assets.get(name));
  });
}

function readAssets(folder: string): ReadonlyMap<string, Asset> {
  const names = readdirSync(folder).filter((name) => TYPES[path.extname(name)] !== undefined);
  return new Map(
    names.map((name) => {
      const file = path.join(folder, name);
      const packed = PACKINGS.filter(([, ending]) => existsSync(file + ending)).map(
        ([encoding, ending]) => [encoding, readFileSync(file + ending)] as const,
      );
      return [name, { type: TYPES[path.extname(name)] ?? '', plain: readFileSync(file), packed: new Map(packed) }];
    }),
  );
}

/** The page itself is never cached: it names the files of this release, and carries the one-time word that lets antd's style elements in. */
function sendPage(reply: FastifyReply, index: string): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  return reply
    .header('content-security-policy', policy(nonce))
    .header('cache-control', 'no-store')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    .type('text/html; charset=utf-8')
    .send(index.replace('%NONCE%', nonce));
}

/** No inline script, no script of anybody else; style elements only with the nonce (antd writes them while it runs). */
function policy(nonce: string): string {
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `worker-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ');
}

function sendAsset(request: FastifyRequest, reply: FastifyReply, asset: Asset | undefined): FastifyReply {
  if (!asset) return reply.code(404).type('text/plain; charset=utf-8').send('not found');
  const accepted = request.headers['accept-encoding'] ?? '';
  const encoding = PACKINGS.map(([name]) => name).find((name) => accepted.includes(name) && asset.packed.has(name));
  reply.header('cache-control', 'public, max-age=31536000, immutable').header('vary', 'accept-encoding').type(asset.type);
  if (encoding === undefined) return reply.send(asset.plain);
  return reply.header('content-encoding', encoding).send(asset.packed.get(encoding));
}
