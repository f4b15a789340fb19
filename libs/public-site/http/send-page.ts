import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash } from 'node:crypto';
import { documentOf, type Page } from '../html/layout.ts';
import { contextOf } from '../html/page-context.ts';

/** Nothing runs, nothing is fetched from elsewhere, nobody frames it. */
const POLICY = `default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

function cacheControl(keep: Page['keep'] = 60): string {
  if (keep === 'never') return 'no-store';
  return keep === 'revalidate' ? 'public, no-cache' : `public, max-age=${keep}`;
}

/** Answers a page: with an ETag where it may be kept, and with 304 to whoever has it already. */
export async function sendPage(request: FastifyRequest, reply: FastifyReply, page: Page): Promise<void> {
  const text = documentOf(contextOf(request), page);
  void reply
    .status(page.status ?? 200)
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('referrer-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=()')
    .header('cache-control', cacheControl(page.keep))
    .header('vary', 'cookie');
  if (page.robots !== undefined && page.robots !== 'index') void reply.header('x-robots-tag', page.robots);
  if (page.keep !== 'never') {
    const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
    void reply.header('etag', etag);
    if (request.headers['if-none-match'] === etag) {
      await reply.status(304).send();
      return;
    }
  }
  await reply.send(text);
}
