import type { FastifyReply, FastifyRequest } from 'fastify';
import { createHash, randomBytes } from 'node:crypto';
import { config } from '#libs/platform';

/** A write from a page of ours carries this header: another site's page cannot send it without our consent (CORS). */
export const PAGE_HEADER = 'x-kaibantong-page';
/** Asked by a timer, not by the person: does not keep the session alive. */
const BACKGROUND_HEADER = 'x-kaibantong-background';
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);
const SECRET = /^[\w-]{43}$/;

function isSecure(): boolean {
  return config.publicUrl().startsWith('https:');
}

/** Over TLS the name binds the cookie to this very host (RFC 6265bis section 4.1.3.2). */
function cookieName(): string {
  return isSecure() ? '__Host-kbt_session' : 'kbt_session';
}

export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

export function hashOf(secret: string): Buffer {
  return createHash('sha256').update(secret).digest();
}

/** The secret in the request's cookie; undefined without a well-formed one. */
export function secretIn(request: FastifyRequest): string | undefined {
  const secret = request.cookies[cookieName()];
  return secret !== undefined && SECRET.test(secret) ? secret : undefined;
}

const attributes = () => ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure() }) as const;

export function giveSecret(reply: FastifyReply, secret: string): void {
  void reply.setCookie(cookieName(), secret, attributes());
}

export function takeSecret(reply: FastifyReply): void {
  void reply.clearCookie(cookieName(), attributes());
}

/** A cookie set for the length of a sign-in. */
export const signInCookie = (state: string) => ({ name: `kbt_sign_in_${state.slice(0, 8)}`, attributes: attributes() });

/** Whether a person is behind the request: not a timer of the page, and not a stream that the browser takes up again by itself. */
export function isActOfPerson(request: FastifyRequest): boolean {
  return request.headers[BACKGROUND_HEADER] === undefined && request.headers.accept !== 'text/event-stream';
}

/**
 * Whether a request that carries a cookie comes from a page of ours. Reading is harmless; whatever changes something must carry our header,
 * and its origin, which browsers always tell, must be ours.
 */
export function isFromOurPage(request: FastifyRequest): boolean {
  if (SAFE.has(request.method)) return true;
  const { origin } = request.headers;
  const sameOrigin = origin === undefined || origin === new URL(config.publicUrl()).origin;
  return sameOrigin && request.headers[PAGE_HEADER] !== undefined;
}
