import { config } from '#libs/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';

const COOKIE = 'kbt_phone';

/** The trainee's session in the browser: no script can read it, and only our own pages send it (SameSite=Strict). */
export const phoneCookie = {
  read: (request: FastifyRequest): string | undefined => request.cookies[COOKIE],
  set(reply: FastifyReply, token: string): void {
    void reply.setCookie(COOKIE, token, { httpOnly: true, sameSite: 'strict', secure: config.publicUrl().startsWith('https:'), path: '/' });
  },
  clear(reply: FastifyReply): void {
    void reply.clearCookie(COOKIE, { path: '/' });
  },
} as const;
