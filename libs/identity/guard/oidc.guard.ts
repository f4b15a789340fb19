import { type CanActivate, createParamDecorator, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply } from 'fastify';
import type { Role } from '#libs/contracts';
import { type AuthenticatedRequest, PUBLIC_ROUTE, RefusalError } from '#libs/platform';
import { ActorResolver, type SignedIn } from './actor-resolver.ts';
import { BrowserSessions, type BrowserProof } from './browser-sessions.ts';
import { REQUIRED_ROLES, WITHOUT_OFFICE } from './roles.ts';
import { type Proof, TokenVerifier } from './token-verifier.ts';

interface SignedInRequest extends AuthenticatedRequest {
  signedIn?: SignedIn;
}

/** The signed-in person of a route marked `@WithoutOffice()`. */
export const SignedInOf = createParamDecorator((_: unknown, context: ExecutionContext): SignedIn => {
  const { signedIn } = context.switchToHttp().getRequest<SignedInRequest>();
  if (!signedIn) throw new RefusalError({ code: 'UNAUTHENTICATED' });
  return signedIn;
});

/** Every route needs a signed-in person acting for an office, unless it says otherwise: a route nobody thought of is closed. */
@Injectable()
export class OidcGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly tokens: TokenVerifier,
    private readonly sessions: BrowserSessions,
    private readonly actors: ActorResolver,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const says = <T>(key: string): T | undefined =>
      this.reflector.getAllAndOverride<T | undefined>(key, [context.getHandler(), context.getClass()]);
    if (says<boolean>(PUBLIC_ROUTE)) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const proof = await this.proofIn(request);
    const signedIn = proof && (await this.actors.signedIn(proof));
    if (!proof || !signedIn) {
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      reply.header('www-authenticate', request.headers.authorization === undefined ? 'Bearer' : 'Bearer error="invalid_token"');
      throw new RefusalError({ code: 'UNAUTHENTICATED' });
    }
    request.signedIn = signedIn;
    if (says<boolean>(WITHOUT_OFFICE)) return true;
    const named = request.headers['x-office'];
    const actor = await this.actors.actor(proof, signedIn, typeof named === 'string' ? named : proof.officeId);
    if (!actor.ok) throw new RefusalError(actor.refusal);
    const required = says<readonly Role[]>(REQUIRED_ROLES);
    if (required && !required.some((role) => actor.value.roles.includes(role))) throw new RefusalError({ code: 'FORBIDDEN' });
    request.actor = actor.value;
    return true;
  }

  /** A bearer token where one is sent, else the console's cookie. */
  private async proofIn(request: SignedInRequest): Promise<(Proof & Pick<BrowserProof, 'officeId'>) | undefined> {
    const { authorization } = request.headers;
    if (authorization === undefined) return this.sessions.proofIn(request);
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization)?.[1];
    return token === undefined ? undefined : this.tokens.verify(token);
  }
}
